class A:
    name = "a"

    def go(self):
        pass

class B:
    name = "b"

    def go(self):
        pass

table = {kind.name: kind for kind in (A, B)}
table["a"]().go()
table["b"]().go()
