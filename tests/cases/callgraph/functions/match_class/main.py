def job():
    pass


class Event:
    def __init__(self, action):
        self.action = action

    def fire(self):
        pass


def handle(message):
    match message:
        case Event(action=run):
            message.fire()
            run()
        case _:
            pass


handle(Event(job))
