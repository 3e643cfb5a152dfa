from functools import partial


def add(*numbers):
    return numbers


def multiply(*numbers):
    return numbers


def wrap(function, number):
    return partial(function, number)


chosen = add
for number in (1, 2):
    chosen = wrap(chosen, number)
    chosen = partial(chosen, multiply)
chosen()
