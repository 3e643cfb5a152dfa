class Leaf:
    def accept(self, visitor):
        return visitor.leaf(self)

class Pair:
    def __init__(self, a, b):
        self.parts = (a, b)

    def accept(self, visitor):
        for part in self.parts:
            part.accept(visitor)
        return visitor.pair(self)

class Printer:
    def leaf(self, node):
        return 1

    def pair(self, node):
        return 2

Pair(Leaf(), Leaf()).accept(Printer())
