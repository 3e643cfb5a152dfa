def a():
    pass


def b():
    pass


def c():
    pass


def pair(x, y):
    x()
    y()


given = [a, b]
pair(*given)
