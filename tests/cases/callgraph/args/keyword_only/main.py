def job():
    pass


def run(*, action):
    action()


run(action=job)
