def a():
    pass


def b():
    pass


def test():
    return True


(a if test() else b)()
