class Cat:
    def purr(self):
        pass

class Lion(Cat):
    pass

class Rock:
    pass

def stroke(thing):
    if isinstance(thing, (Cat, Lion)):
        thing.purr()

stroke(Lion())
stroke(Rock())
