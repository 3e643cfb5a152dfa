class Base:
    def __init__(self, *, on_save=None):
        self.on_save = on_save

    def save(self):
        self.on_save()

class Child(Base):
    def __init__(self, name, **kwargs):
        super().__init__(**kwargs)
        self.name = name

def hook():
    pass

Child("a", on_save=hook).save()
