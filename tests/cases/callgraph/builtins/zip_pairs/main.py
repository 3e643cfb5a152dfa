def a():
    pass


def b():
    pass


def unused():
    pass


for number, action in zip([1, 2], [a, b]):
    action()
