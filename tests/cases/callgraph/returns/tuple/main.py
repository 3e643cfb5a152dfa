def a():
    pass


def b():
    pass


def pair():
    return a, b


first, _ = pair()
first()
