def job():
    pass


def make(action):
    def inner():
        action()

    return inner


made = make(job)
made()
