class Cat:
    def speak(self):
        pass


class Dog:
    def speak(self):
        pass


def handle(animal):
    if isinstance(animal, Cat):
        animal.speak()


handle(Cat())
handle(Dog())
