class Base:
    def hook(self):
        return self.extra()

    def extra(self):
        pass
