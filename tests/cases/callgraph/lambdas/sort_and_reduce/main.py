class Ops:
    table = {"inc": lambda self: self.bump(), "dec": lambda self: self.drop()}

    def bump(self):
        pass

    def drop(self):
        pass

    def run(self, name):
        self.table[name](self)

ops = Ops()
ops.run("inc")
ops.run("dec")
