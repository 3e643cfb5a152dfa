import enum


class Level(enum.Enum):
    LOW = 1


class Empty(Exception):
    pass


def watched(function):
    return function


def on_low(sku):
    return sku


def limited(most):
    def around(function):
        def guarded(amount):
            return function(min(amount, most))

        return guarded

    return around
