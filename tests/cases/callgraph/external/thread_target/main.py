import functools

def step(total, x):
    return add(total, x)

def add(a, b):
    return a + b

functools.reduce(step, [1, 2, 3])
