class Animal:
    def name(self):
        pass


class Loud:
    def shout(self):
        self.name()


class Dog(Loud, Animal):
    pass


Dog().shout()
