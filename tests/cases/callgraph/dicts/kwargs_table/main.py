def enter():
    pass

def leave():
    pass

def walk(before, after):
    before()
    after()

options = dict(before=enter, after=leave)
walk(**options)
