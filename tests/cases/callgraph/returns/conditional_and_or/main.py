class A:
    def go(self):
        pass

def maybe(x):
    return x and A()

def other(x):
    return x or A()

(maybe(1) or A()).go()
other(None).go()
