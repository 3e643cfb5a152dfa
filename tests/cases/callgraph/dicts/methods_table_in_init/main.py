class Calculator:
    def __init__(self):
        self.operations = {
            "+": self.add,
            "-": self.sub,
        }

    def add(self, a, b):
        return a + b

    def sub(self, a, b):
        return a - b

    def apply(self, op, a, b):
        operation = self.operations.get(op)
        if operation:
            return operation(a, b)

c = Calculator()
c.apply("+", 1, 2)
c.apply("-", 1, 2)
