def a(): pass
def b(): pass
for fs in [[a], [b]]:
    for f in fs: f()
for x, y in [(a, 1), (b, 2)]: x()
