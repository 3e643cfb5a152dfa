def a():
    pass


def b():
    pass


def first_of(*callables):
    callables[0]()


first_of(a, b)
