from functools import partial


def job():
    pass


def apply(action, count):
    action()


ready = partial(apply, job)
ready(3)
