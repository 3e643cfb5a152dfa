def strip(x):
    return x

def lower(x):
    return x

def pipe(*steps):
    def run(value):
        for step in steps:
            value = step(value)
        return value
    return run

clean = pipe(strip, lower)
clean("A")
