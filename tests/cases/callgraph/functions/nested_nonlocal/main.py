def one():
    pass

def two():
    pass

def machine():
    current = one
    def switch():
        nonlocal current
        current = two
    def run():
        current()
    return switch, run

switch, run = machine()
run()
switch()
run()
