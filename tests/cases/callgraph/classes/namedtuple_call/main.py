from collections import namedtuple

class Pair(namedtuple("Pair", "left right")):
    def swap(self):
        return Pair(self.right, self.left)

Pair(1, 2).swap().swap()
