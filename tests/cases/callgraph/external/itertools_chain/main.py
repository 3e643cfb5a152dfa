import itertools

class A:
    def go(self):
        pass

class B:
    def go(self):
        pass

for x in itertools.chain([A()], [B()]):
    x.go()

for x in itertools.chain.from_iterable([[A()], [B()]]):
    x.go()
