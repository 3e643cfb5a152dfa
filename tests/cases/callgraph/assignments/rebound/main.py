def first():
    pass


def second():
    pass


action = first
action = second
action()
