class A:
    def f(self): return 1
xs = [A(), A()]
sum(x.f() for x in xs)
any([y.f() for y in xs])
