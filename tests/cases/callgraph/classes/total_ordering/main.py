from functools import total_ordering

@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

Version(1) < Version(2)
