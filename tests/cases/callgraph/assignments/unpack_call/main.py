def f(): return g, h
def g(): pass
def h(): pass
x, y = f()
y()
(z, _), w = (g, h), f
z()
w()
