def f(): return [g]
def g(): pass
f()[0]()
[x for x in f()][0]()
