def job():
    pass


def outer():
    task = None

    def choose():
        nonlocal task
        task = job

    choose()
    task()


outer()
