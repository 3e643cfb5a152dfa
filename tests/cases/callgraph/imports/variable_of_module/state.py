class Registry:
    def add(self):
        pass


registry = Registry()
