class Step:
    def go(self):
        pass

class Plan:
    def __init__(self):
        self.steps = []

    def add(self, step):
        self.steps += [step]

    def follow(self):
        for step in self.steps:
            step.go()

plan = Plan()
plan.add(Step())
plan.follow()
