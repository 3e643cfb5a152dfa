class Box:
    __slots__ = ("_v",)

    def __init__(self):
        self._v = None

    @property
    def value(self):
        return self._v

    @value.setter
    def value(self, new):
        self._v = new

    @value.deleter
    def value(self):
        self._v = None

box = Box()
box.value = 3
box.value
del box.value
