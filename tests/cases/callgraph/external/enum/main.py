import enum
class E(enum.Enum):
    A = 1
    def m(self): pass
E.A.m()
E("x").m()
