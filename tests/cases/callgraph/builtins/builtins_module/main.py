import builtins
from builtins import len as size
builtins.print(size([1]))
getattr(builtins, "max")(1, 2)
