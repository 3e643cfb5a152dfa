class Subject:
    def __init__(self):
        self.listeners = set()

    def subscribe(self, listener):
        self.listeners.add(listener)

    def fire(self, event):
        for listener in self.listeners:
            listener(event)

class Screen:
    def update(self, event):
        pass

def log(event):
    pass

subject = Subject()
subject.subscribe(Screen().update)
subject.subscribe(log)
subject.fire(1)
