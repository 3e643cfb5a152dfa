def traced(function):
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


@traced
def apply(first, second, third=None):
    first()
    second()
    third()


def a():
    pass


def b():
    pass


def c():
    pass


apply(a, third=c, second=b)
