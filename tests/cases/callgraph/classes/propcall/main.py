class A:
    @property
    def p(self): return f
def f(): pass
A().p()
