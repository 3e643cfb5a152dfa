def red():
    pass

def green():
    pass

def blue():
    pass

table = [("x", (red, green)), ("y", (blue, red))]
for name, (first, second) in table:
    first()
    second()
