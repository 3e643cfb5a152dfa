class Failure(Exception):
    def __init__(self, message):
        super().__init__(message)

def work(x):
    if x:
        raise ValueError("x")

def cleanup():
    pass

def good():
    pass

def run(x):
    try:
        work(x)
    except ValueError as error:
        raise Failure("no") from error
    else:
        good()
    finally:
        cleanup()

run(0)
try:
    run(1)
except (Failure, KeyError):
    cleanup()
