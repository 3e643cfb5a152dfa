class Engine:
    def start(self):
        pass

class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self.target, name)

Proxy(Engine()).start()
