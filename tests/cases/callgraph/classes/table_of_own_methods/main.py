import abc
import enum


class Renderer(abc.ABC):
    def __init__(self):
        self.table = {"text": self.text, "code": self.code}

    def render(self, kind):
        return self.table[kind]()

    def text(self):
        return 1

    def code(self):
        return 2


class Html(Renderer):
    def text(self):
        return self.table["code"]()


class Latex(Renderer):
    def code(self):
        return self.table.get(input())()


class Colour(enum.Enum):
    RED = 1

    def show(self):
        return self.missing()


Html().render("text")
Latex().render("code")
Colour.RED.show()


class Part(Renderer):
    def draw(self):
        return 1


class Whole(Renderer):
    def __init__(self):
        super().__init__()
        self.part = Part()
        self.parts = {"a": Part()}

    def draw(self):
        self.part.draw()
        self.parts["a"].draw()


Whole().draw()
