from typing import Literal, Optional


def handle(animal: "Cat", rest: "list[Dog]"):
    animal.speak()
    rest[0].speak()


def other(animal: Optional["Dog"], kind: Literal["Cat"]):
    animal.speak()
    kind.speak()


class Cat:
    def speak(self):
        pass


class Dog:
    def speak(self):
        pass
