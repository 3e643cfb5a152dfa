class Engine:
    def __init__(self):
        pass

    def start(self):
        pass


def build():
    return Engine()


build().start()
