from a.core import one


def seven():
    return one()
