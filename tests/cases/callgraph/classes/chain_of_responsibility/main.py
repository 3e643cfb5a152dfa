class Link:
    def __init__(self, after=None):
        self.after = after

    def handle(self, x):
        if self.after is not None:
            return self.after.handle(x)
        return self.end()

    def end(self):
        return 1

class Special(Link):
    def handle(self, x):
        return super().handle(x)

Special(Link(Special())).handle(3)
