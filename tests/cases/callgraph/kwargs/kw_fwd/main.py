def h(cb): cb()
def g(**kw): h(**kw)
def f(): pass
g(cb=f)
