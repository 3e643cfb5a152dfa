class Table:
    def __init__(self, rows):
        self.rows = rows
        object.__setattr__(self, "width", None)

    def __getattr__(self, name):
        return self.make()

    def make(self):
        return 1

    def measure(self):
        return self.rows, self.width


Table(unknown).measure()
Table(unknown).colour
