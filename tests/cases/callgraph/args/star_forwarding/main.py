def callback():
    pass


def other():
    pass


def target(first, second=None):
    first()
    second()


def relay(*args, **kwargs):
    target(*args, **kwargs)


relay(callback, second=other)
target(other, callback)
