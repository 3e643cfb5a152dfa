from ..util import helper
from . import parts

class Engine:
    def start(self):
        helper()
        parts.spin()
