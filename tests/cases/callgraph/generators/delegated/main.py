def job():
    pass


def inner():
    yield job


def outer():
    yield from inner()


for action in outer():
    action()
