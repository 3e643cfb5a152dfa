def a(): pass
def g():
    yield a
next(g())()
it = iter([a])
next(it)()
