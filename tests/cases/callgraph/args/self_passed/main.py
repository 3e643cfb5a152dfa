class Mediator:
    def __init__(self):
        self.members = []

    def join(self, member):
        self.members.append(member)

    def notify(self):
        for member in self.members:
            member.told()

class Member:
    def __init__(self, mediator):
        self.mediator = mediator
        mediator.join(self)

    def say(self):
        self.mediator.notify()

    def told(self):
        pass

mediator = Mediator()
Member(mediator).say()
