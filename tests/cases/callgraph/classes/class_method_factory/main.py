class Base:
    @classmethod
    def create(cls):
        return cls()


class Child(Base):
    def run(self):
        pass


Child.create().run()
