import second


def start():
    second.middle()


def end():
    pass
