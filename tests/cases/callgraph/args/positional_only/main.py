def a():
    pass

def b():
    pass

def c():
    pass

def run(first, /, second, *, third):
    first()
    second()
    third()

run(a, third=c, second=b)
