from base import *
from base import __all__ as base_all
from extra import also

__all__ = base_all + ["also"]
