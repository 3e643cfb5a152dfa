from functools import singledispatchmethod

class Printer:
    @singledispatchmethod
    def show(self, value):
        return self.fallback()

    @show.register
    def _(self, value: int):
        return self.number()

    def fallback(self):
        pass

    def number(self):
        pass

Printer().show(1)
Printer().show("x")
