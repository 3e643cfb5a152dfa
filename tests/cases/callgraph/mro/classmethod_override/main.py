class Base:
    @classmethod
    def build(cls):
        cls.check()
        return cls()

    @classmethod
    def check(cls):
        pass

    def go(self):
        return self.name()

    def name(self):
        return "b"

class Heir(Base):
    @classmethod
    def check(cls):
        super().check()

    def name(self):
        return "h"

Heir.build().go()
Base.build().go()
