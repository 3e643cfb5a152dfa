def trace(f):
    def inner(*a):
        return f(*a)
    return inner

class Temp:
    @staticmethod
    @trace
    def convert(x):
        return x

    @classmethod
    def of(cls, x):
        return cls().fill(cls.convert(x))

    def fill(self, x):
        return self

Temp.of(1).fill(2)
