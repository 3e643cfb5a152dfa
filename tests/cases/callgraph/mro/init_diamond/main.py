class Root:
    def __init__(self):
        self.ready()

    def ready(self):
        pass

class Left(Root):
    def __init__(self):
        super().__init__()

class Right(Root):
    def __init__(self):
        super().__init__()

class Bottom(Left, Right):
    def __init__(self):
        super().__init__()

Bottom()
