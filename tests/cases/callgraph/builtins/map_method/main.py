class A:
    def m(self): pass
list(map(A.m, [A()]))
max([1], key=lambda x: x)
