def task(function=None, *, name=None):
    def decorate(f):
        def wrapper():
            return f()
        return wrapper
    if function is not None:
        return decorate(function)
    return decorate

@task
def one():
    pass

@task(name="two")
def two():
    pass

one()
two()
