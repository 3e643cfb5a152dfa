class Base:
    def run(self):
        return self.step()

    def step(self):
        return 1

class Heir(Base):
    def step(self):
        return 2

Heir()
Base()
