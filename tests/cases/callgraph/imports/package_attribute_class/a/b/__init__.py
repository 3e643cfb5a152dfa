from .c import *
