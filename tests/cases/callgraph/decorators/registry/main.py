TABLE = {}


def command(name):
    def keep(function):
        TABLE[name] = function
        return function

    return keep


@command("start")
def start():
    pass


def dispatch():
    TABLE["start"]()


dispatch()
