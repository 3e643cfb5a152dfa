def usual():
    pass


def special():
    pass


def run(action=usual):
    action()


run(special)
