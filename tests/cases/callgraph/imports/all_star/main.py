from front import *

shown()
also()
