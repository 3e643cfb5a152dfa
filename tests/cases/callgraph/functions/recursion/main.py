def countdown(n):
    countdown(n - 1)


def even(n):
    return odd(n - 1)


def odd(n):
    return even(n - 1)


countdown(3)
even(4)
