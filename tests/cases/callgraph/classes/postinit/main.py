from dataclasses import dataclass
@dataclass
class A:
    x: int
    def __post_init__(self): pass
A(1)
