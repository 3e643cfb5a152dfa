"""What an instance holds that is a list, a dict or a set itself: ``class Steps(list)``."""

from collections import OrderedDict, deque

from analyzer.resolve.program import Program
from analyzer.resolve.values import Builtin, Class, Container

KINDS = {
    "list": "list",
    "tuple": "tuple",
    "set": "set",
    "frozenset": "set",
    "dict": "dict",
    "collections.OrderedDict": "dict",
    "collections.defaultdict": "dict",
    "collections.UserDict": "dict",
    "collections.UserList": "list",
    "collections.deque": "list",
}


METHODS = {
    "str": frozenset(dir(str)),
    "list": frozenset([*dir(list), *dir(deque)]),
    "tuple": frozenset(dir(tuple)),
    "set": frozenset(dir(set)),
    "dict": frozenset([*dir(dict), *dir(OrderedDict)]),
}


def box_of(program: Program, kind: Class) -> Container | None:
    """The container that all instances of ``kind`` share; None when they are no collections."""
    if kind.box is None:
        for base in kind.outside:
            if base.name in KINDS:
                kind.box = Container(KINDS[base.name], kind.unit, program.new_node())
                kind.box.origin = "" if isinstance(base, Builtin) else base.name
                break
    return kind.box
