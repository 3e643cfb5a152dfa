def f():
    return lambda: (lambda: 1)
f()()()
