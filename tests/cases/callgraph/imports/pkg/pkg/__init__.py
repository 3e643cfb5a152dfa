from . import sub
from .other import *
