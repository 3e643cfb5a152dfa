try:
    from fast import load
except ImportError:

    def load():
        pass


load()
