def a():
    pass


def b():
    pass


def both(left, right):
    left()
    right()


options = {"right": b, "left": a}
both(**options)
