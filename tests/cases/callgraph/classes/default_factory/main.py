from dataclasses import dataclass, field
class L:
    def go(self): pass
@dataclass
class A:
    l: L = field(default_factory=L)
A().l.go()
