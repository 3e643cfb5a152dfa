import operator

class Door:
    def open(self):
        pass

operator.methodcaller("open")(Door())
opener = operator.attrgetter("open")
opener(Door())()
