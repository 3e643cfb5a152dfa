from functools import partial

def log(*, sink, level=1):
    sink(level)

def stdout(level):
    pass

def stderr(level):
    pass

info = partial(log, sink=stdout)
info()
info(sink=stderr)
