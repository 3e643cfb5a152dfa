import tasks
from registry import registry as r

r.run("clean")
