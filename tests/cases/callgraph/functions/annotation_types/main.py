class Cat:
    def speak(self):
        pass


class Dog:
    def speak(self):
        pass


def handle(animal: Cat, rest: "list[Dog]"):
    animal.speak()
