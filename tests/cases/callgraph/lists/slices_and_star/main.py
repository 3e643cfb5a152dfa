def a():
    pass

def b():
    pass

def c():
    pass

head, *tail = [a, b, c]
head()
for f in tail[1:]:
    f()
for g in [b] + [c]:
    g()
