class Handler:
    def __init__(self):
        pass

    def __call__(self):
        pass


handler = Handler()
handler()
