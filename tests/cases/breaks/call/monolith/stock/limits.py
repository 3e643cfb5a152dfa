def limited(most):
    def around(function):
        def guarded(amount):
            return function(min(amount, most))

        return guarded

    return around
