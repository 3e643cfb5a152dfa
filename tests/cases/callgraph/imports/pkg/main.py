import pkg
pkg.sub.f()
from pkg import g
g()
