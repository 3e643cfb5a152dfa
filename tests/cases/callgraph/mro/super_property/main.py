class Base:
    @property
    def title(self):
        return "b"

    @classmethod
    def make(cls):
        return cls()

class Child(Base):
    @property
    def title(self):
        return super().title

    @classmethod
    def make(cls):
        return super().make()

    def use(self):
        pass

Child.make().use()
Child().title
