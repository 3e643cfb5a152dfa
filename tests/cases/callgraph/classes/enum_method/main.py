from enum import Enum

class Color(Enum):
    RED = 1
    BLUE = 2

    def paint(self):
        return self.name

Color.RED.paint()
for color in Color:
    color.paint()

def choose(c: Color):
    c.paint()

choose(Color.BLUE)
