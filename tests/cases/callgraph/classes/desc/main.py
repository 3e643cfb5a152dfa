class D:
    def __get__(self, obj, kind): return g
def g(): pass
class A:
    d = D()
A().d()
