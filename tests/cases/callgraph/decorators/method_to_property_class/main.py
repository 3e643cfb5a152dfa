class lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        return self.function(instance)

class Page:
    @lazy
    def body(self):
        return self.load()

    def load(self):
        return "x"

Page().body
