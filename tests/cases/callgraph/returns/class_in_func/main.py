def make():
    class A:
        def m(self): pass
    return A
make()().m()
