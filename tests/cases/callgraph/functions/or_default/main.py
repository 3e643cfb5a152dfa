def usual():
    pass


def given():
    pass


def run(action=None):
    chosen = action or usual
    chosen()


run(given)
