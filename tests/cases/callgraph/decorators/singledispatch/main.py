from functools import singledispatch

@singledispatch
def show(value):
    return default(value)

def default(value):
    return 0

@show.register(int)
def show_int(value):
    return 1

@show.register
def _(value: str):
    return text(value)

def text(value):
    return 2

show(1)
show("a")
show(2.0)
