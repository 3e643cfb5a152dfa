class Base:
    registry = {}

    def __init_subclass__(cls, **kwargs):
        Base.registry[cls.__name__] = cls

    @classmethod
    def create(cls, name):
        return cls.registry[name]()

    def act(self):
        pass

class One(Base):
    def act(self):
        pass

class Two(Base):
    def act(self):
        pass

for name in ("One", "Two"):
    Base.create(name).act()
