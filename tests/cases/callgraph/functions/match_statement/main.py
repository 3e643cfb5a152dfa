from dataclasses import dataclass

@dataclass
class Circle:
    r: int

    def area(self):
        return 1

@dataclass
class Square:
    side: int

    def area(self):
        return 2

def hit():
    pass

def measure(shape):
    match shape:
        case Circle(r=1) as c:
            return c.area()
        case Square() as s:
            return s.area()
        case {"do": action}:
            return action()
        case [first, *_]:
            return first()
        case _:
            return other()

def other():
    pass

measure(Circle(1))
measure(Square(1))
measure({"do": hit})
measure([hit])
measure(0)
