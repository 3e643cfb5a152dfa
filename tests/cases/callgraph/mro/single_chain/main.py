class Root:
    def run(self):
        pass


class Left(Root):
    def run(self):
        super().run()


class Right(Root):
    def run(self):
        pass


class Both(Left, Right):
    pass


Left().run()
Both().run()
