def a():
    pass


def b():
    pass


for action in [a] + [b]:
    action()
