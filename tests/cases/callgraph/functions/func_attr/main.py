def f(): pass
def g(): pass
f.cb = g
f.cb()
