def register(function):
    return function
