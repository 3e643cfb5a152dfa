def first():
    pass


def last():
    pass


[first, last][-1]()
