class C:
    def go(self): pass
class B:
    def __init__(self): self.c = C()
class A:
    def __init__(self): self.b = B()
a = A()
a.b.c.go()
