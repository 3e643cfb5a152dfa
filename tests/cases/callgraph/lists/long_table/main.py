def f1(): pass
def f2(): pass
def f3(): pass
def f4(): pass
def f5(): pass
def f6(): pass
def f7(): pass
def f8(): pass
def f9(): pass
def f10(): pass
def f11(): pass
def f12(): pass
def f13(): pass
def f14(): pass
def f15(): pass
def f16(): pass
def f17(): pass
def f18(): pass
def f19(): pass
def f20(): pass

for step in [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20]:
    step()
