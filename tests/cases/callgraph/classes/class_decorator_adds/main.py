def show(self):
    return 1

def showable(cls):
    cls.show = show
    return cls

@showable
class Thing:
    pass

Thing().show()
