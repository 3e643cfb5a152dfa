def f(): pass
l = lambda g=f: g()
l()
