def a():
    return 0

def b():
    return 1

for f in (a, b):
    if f():
        break
f()
