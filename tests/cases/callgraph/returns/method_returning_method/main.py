class Gate:
    def opener(self):
        return self.open

    def open(self):
        pass

Gate().opener()()
