class Single:
    def __new__(cls):
        pass

    def __init__(self):
        pass


Single()
