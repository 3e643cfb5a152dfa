class Box:
    @classmethod
    def resize(cls):
        for kind in cls.__subclasses__():
            kind.draw()


class Wide(Box):
    @classmethod
    def draw(cls):
        return 1


class Tall(Box):
    @classmethod
    def draw(cls):
        return 2


class Other:
    @classmethod
    def draw(cls):
        return 3


Box.resize()
