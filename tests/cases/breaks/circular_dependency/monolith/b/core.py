from c.core import five, six


def two():
    return five() + six()


def three():
    return 3
