"""Calls of builtins and of the methods of builtin types that hand values on."""

from collections.abc import Callable

from analyzer.resolve.containers import element, made, spread, store
from analyzer.resolve.invoke import invoke
from analyzer.resolve.iteration import elements
from analyzer.resolve.names import module_value
from analyzer.resolve.pairing import enumerate_, zip_
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.reach import read_attribute
from analyzer.resolve.special_calls import react_to, special, special_result
from analyzer.resolve.texts import names_like, texts_at
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Bound,
    Builtin,
    Class,
    Container,
    Function,
    Instance,
    Literal,
    Node,
    Partial,
    Pattern,
    Property,
)
from analyzer.resolve.views import slot

CALLABLES = (Function, Bound, Class, Partial)
SPECIAL = {
    "len": "__len__",
    "str": "__str__",
    "repr": "__repr__",
    "int": "__int__",
    "float": "__float__",
    "bool": "__bool__",
    "hash": "__hash__",
    "abs": "__abs__",
    "bytes": "__bytes__",
    "format": "__format__",
    "round": "__round__",
    "dir": "__dir__",
}
COLLECTORS = {"list": "list", "tuple": "tuple", "set": "set", "frozenset": "set", "sorted": "list", "reversed": "list"}
RESULTS = {
    "str": "str",
    "repr": "str",
    "format": "str",
    "input": "str",
    "chr": "str",
    "int": "int",
    "len": "int",
    "ord": "int",
    "hash": "int",
    "float": "float",
    "bool": "bool",
    "isinstance": "bool",
    "hasattr": "bool",
    "callable": "bool",
    "bytes": "bytes",
    "open": "file",
    "range": "range",
}


def call_builtin(program: Program, unit: Unit, node: Node, value: Builtin, given: Arguments) -> None:
    """``value(...)`` at ``node``."""
    name = value.name
    arguments = given.positional
    key = next((argument for keyword, argument in given.keywords if keyword == "key"), 0)
    if key and arguments:
        invoke(program, unit, node, key, Arguments((elements(program, unit, node, arguments[0]),)))
    if name in RESULTS:
        program.grow(node, (program.plain(RESULTS[name]),))
    if name in ("globals", "vars", "locals") and not arguments:
        program.grow(node, (unit.module,))
    if not arguments:
        if name in ("dict", "list", "set"):
            _dictionary(program, unit, node, given) if name == "dict" else made(program, unit, node, name)
        return
    if name in SPECIAL:
        special(program, unit, node, arguments[0], SPECIAL[name])
    elif name in COLLECTORS:
        box = made(program, unit, node, COLLECTORS[name])
        store(program, box, None, elements(program, unit, node, arguments[0]))
    else:
        handler = HANDLERS.get(name)
        if handler is not None:
            handler(program, unit, node, given)


def _map(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``map``: whatever is callable among the arguments is called with items of the others."""
    box = made(program, unit, node, "list")
    items = [elements(program, unit, node, argument) for argument in given.positional]
    for position, argument in enumerate(given.positional):
        others = tuple(items[:position] + items[position + 1 :])
        store(program, box, None, invoke(program, unit, node, argument, Arguments(others)))


def _filter(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    items = tuple([elements(program, unit, node, argument) for argument in given.positional[1:]])
    invoke(program, unit, node, given.positional[0], Arguments(items))
    box = made(program, unit, node, "list")
    for argument in items:
        store(program, box, None, argument)


def _either(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``min`` and ``max``: one of the items, or one of the arguments."""
    if len(given.positional) > 1:
        for argument in given.positional:
            program.flow(argument, node)
    else:
        program.flow(elements(program, unit, node, given.positional[0]), node)


def _next(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    source = given.positional[0]
    for default in given.positional[1:]:
        program.flow(default, node)
    special_result(program, unit, node, source, "__next__")

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            if isinstance(value, Container):
                program.flow(element(program, value), node)
        program.handled[place] = len(values)

    react_to(program, source, react)


def _iter(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    source = given.positional[0]
    if len(given.positional) > 1:  # a callable and the value that ends it
        store(program, made(program, unit, node, "list"), None, invoke(program, unit, node, source))
        return
    special_result(program, unit, node, source, "__iter__")

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            if isinstance(value, Container):
                program.grow(node, (value,))
        program.handled[place] = len(values)

    react_to(program, source, react)


def _getattr(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    """``getattr(value, "name", default)`` with a name that is known."""
    if len(given.positional) < 2:  # noqa: PLR2004 - a value and a name
        return
    source, names = given.positional[:2]
    for default in given.positional[2:]:
        program.flow(default, node)

    def react(_place: Node) -> None:
        for text in texts_at(program, names):
            for value in program.values[source]:
                read_attribute(program, node, value, str(text.value))
        for name in program.values[names]:
            for value in program.values[source]:
                if isinstance(name, Pattern):
                    for possible in names_like(value, name):
                        read_attribute(program, node, value, possible)

    react_to(program, source, react)
    react_to(program, names, react)


def _setattr(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    if len(given.positional) < 3:  # noqa: PLR2004 - a receiver, a name, a value
        return
    source, names, written = given.positional[:3]

    def react(_place: Node) -> None:
        for name in program.values[names]:
            for value in program.values[source]:
                if isinstance(name, Literal) and isinstance(value, Instance):
                    program.flow(written, slot(program, value.type, str(name.value)))

    react_to(program, source, react)
    react_to(program, names, react)


def _type(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    source = given.positional[0]

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            if isinstance(value, Instance):
                program.grow(node, (value.type,))
        program.handled[place] = len(values)

    if len(given.positional) == 1:
        react_to(program, source, react)


def _property(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    setter = given.positional[1] if len(given.positional) > 1 else 0
    program.grow(node, (Property(given.positional[0], setter),))


def _binding(kind: str) -> Callable[[Program, Unit, Node, Arguments], None]:
    def bind(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
        source = given.positional[0]

        def react(place: Node) -> None:
            values = program.values[source]
            for value in values[program.handled[place] :]:
                if isinstance(value, Function):
                    value.binding = kind
                program.grow(node, (value,))
            program.handled[place] = len(values)

        react_to(program, source, react)

    return bind


def _dictionary(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    box = made(program, unit, node, "dict")
    for argument in given.positional:
        spread(program, argument, box)
    for name, argument in given.keywords:
        if name == "**":
            spread(program, argument, box)
        else:
            store(program, box, name, argument)


def _import(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``__import__("name")``."""
    for held in program.values[given.positional[0]]:
        if isinstance(held, Literal):
            program.grow(node, (module_value(program, unit, str(held.value)),))


HANDLERS: dict[str, Callable[[Program, Unit, Node, Arguments], None]] = {
    "map": _map,
    "filter": _filter,
    "min": _either,
    "max": _either,
    "zip": zip_,
    "enumerate": enumerate_,
    "next": _next,
    "anext": _next,
    "iter": _iter,
    "aiter": _iter,
    "getattr": _getattr,
    "setattr": _setattr,
    "object.__setattr__": _setattr,
    "type": _type,
    "property": _property,
    "staticmethod": _binding("static"),
    "classmethod": _binding("class"),
    "dict": _dictionary,
    "__import__": _import,
}
