"""``self.__dict__``: what is put there are attributes of the object."""

from analyzer.resolve.containers import element, opened
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.special_calls import react_to
from analyzer.resolve.values import Class, Container, Instance, Method, Node, Value
from analyzer.resolve.views import slot

NAMESPACE = "__dict__"
FILLING = f"{NAMESPACE}.update"


def read_namespace(program: Program, node: Node, value: Method, name: str) -> None:
    """``self.__dict__.update``; of all other methods nothing is followed."""
    if value.name == NAMESPACE and name == "update":
        program.grow(node, (program.method(value.receiver, FILLING),))


def fill_namespace(program: Program, kind: Class, given: Arguments) -> None:
    """``self.__dict__.update(mapping, name=value)``: each key is an attribute of instances of ``kind``."""
    for argument in given.positional:
        _fill_from(program, kind, argument)
    for name, argument in given.keywords:
        if name == "**":
            _fill_from(program, kind, argument)
        else:
            program.flow(argument, slot(program, kind, name))


def _fill_from(program: Program, kind: Class, source: Node) -> None:
    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            if isinstance(value, Container) and value.type == "dict":
                _follow(program, kind, value)
        program.handled[place] = len(values)

    react_to(program, source, react)


def _follow(program: Program, kind: Class, box: Container) -> None:
    """Each item of a dict, also those that come later: all of them pass through the node of any item."""
    done: set[str] = set()

    def react(_place: Node) -> None:
        for key, item in list(opened(program, box).items()):
            if isinstance(key, str) and key not in done:
                done.add(key)
                program.flow(item, slot(program, kind, key))

    react_to(program, element(program, box), react)


def namespace_of(value: Value) -> Class | None:
    """The class of the object whose ``__dict__`` a value is."""
    if isinstance(value, Method) and value.name == NAMESPACE and isinstance(value.receiver, Instance):
        return value.receiver.type
    return None
