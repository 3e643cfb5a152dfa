class Num:
    def __init__(self, n):
        self.n = n

    def double(self):
        return self.n * 2

for num in map(Num, [1, 2]):
    num.double()
