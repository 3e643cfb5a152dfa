def repeat(times):
    def decorate(function):
        def inner():
            for _ in range(times):
                function()

        return inner

    return decorate


@repeat(3)
def job():
    pass


job()
