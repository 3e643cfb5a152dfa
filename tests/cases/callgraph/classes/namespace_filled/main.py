def opened():
    return 1


def closed():
    return 2


def never():
    return 3


class Options:
    def __init__(self, **values):
        self.__dict__.update({"open": opened})
        self.__dict__.update(values)
        self.__dict__["stop"] = closed

    def run(self):
        self.open()
        self.close()
        self.stop()


class Plain:
    def run(self):
        self.open()


Options(close=closed).run()
Plain().run()
{"open": never}
