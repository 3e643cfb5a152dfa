class Guard:
    def __init__(self, handler):
        self.handler = handler

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.handler(error)
        return True

def report(error):
    pass

def fail():
    raise KeyError("x")

with Guard(report):
    fail()
