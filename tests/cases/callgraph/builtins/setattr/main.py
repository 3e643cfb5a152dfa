def f(): pass
class A: pass
a = A()
setattr(a, "x", f)
a.x()
