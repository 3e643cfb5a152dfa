class Catalogue(type):
    def create(cls):
        return cls()

    def __call__(cls):
        pass


class Meta(type):
    def build(cls):
        return cls()

    def shadowed(cls):
        pass


class Base(metaclass=Meta):
    def __init__(self):
        pass


class Item(Base):
    @classmethod
    def shadowed(cls):
        pass


class Single(metaclass=Catalogue):
    pass


Item.build()
Item.shadowed()
Single.create()
