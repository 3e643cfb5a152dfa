class Runner:
    def run(self):
        self.start()

    def start(self):
        raise NotImplementedError

class Local(Runner):
    def start(self):
        return 1

def use(runner: Runner):
    runner.run()
