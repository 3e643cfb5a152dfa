def load():
    pass


def unload():
    pass
