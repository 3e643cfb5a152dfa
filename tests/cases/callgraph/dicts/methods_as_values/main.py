class Machine:
    def __init__(self):
        self.table = {"start": self.start, "stop": self.stop}

    def start(self):
        pass

    def stop(self):
        pass

    def run(self):
        self.table["start"]()


Machine().run()
