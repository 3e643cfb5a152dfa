class Registry:
    def __init__(self):
        self.items = {}

    def add(self, name, item):
        self.items[name] = item

    def run(self, name):
        return self.items[name]()

registry = Registry()
