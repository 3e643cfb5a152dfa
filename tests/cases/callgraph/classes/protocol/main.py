from typing import Protocol

class Speaker(Protocol):
    def speak(self) -> str: ...

class Dog:
    def speak(self) -> str:
        return "woof"

def listen(speaker: Speaker) -> str:
    return speaker.speak()

listen(Dog())
