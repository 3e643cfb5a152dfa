def ready():
    pass


hook = None


def setup():
    global hook
    hook = ready


def use():
    hook()


setup()
use()
