class Base:
    def hello(self):
        return self.name()

def make(base):
    class Made(base):
        def name(self):
            return 1
    return Made

make(Base)().hello()
