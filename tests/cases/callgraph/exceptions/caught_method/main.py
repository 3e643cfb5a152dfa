class Failed(Exception):
    def __init__(self):
        pass

    def explain(self):
        pass


def risky():
    raise Failed()


try:
    risky()
except Failed as failure:
    failure.explain()
