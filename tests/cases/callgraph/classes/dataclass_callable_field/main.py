from dataclasses import dataclass
from typing import Callable

def hello():
    pass

@dataclass
class Command:
    name: str
    action: Callable

    def run(self):
        self.action()

Command("hello", hello).run()
Command("x", action=hello).run()
