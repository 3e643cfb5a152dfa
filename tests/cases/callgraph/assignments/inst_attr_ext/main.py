def f(): pass
class A: pass
a = A()
a.x = f
a.x()
