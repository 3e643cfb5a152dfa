class Idle:
    def next(self):
        return Busy()

class Busy:
    def next(self):
        return Idle()

class Machine:
    def __init__(self):
        self.state = Idle()

    def step(self):
        self.state = self.state.next()

machine = Machine()
machine.step()
machine.step()
