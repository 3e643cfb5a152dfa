"""Calls of things outside the codebase: the standard library's helpers we can see through, and all the rest."""

from analyzer.resolve.annotations import instance_of
from analyzer.resolve.background import BACKGROUND
from analyzer.resolve.invoke import invoke_unreported
from analyzer.resolve.known_calls import call_known
from analyzer.resolve.names import module_value
from analyzer.resolve.options import option_of
from analyzer.resolve.outsiders import result_of
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.standard_calls import COLLECTIONS, STANDARD
from analyzer.resolve.texts import texts_at
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Dispatch, Node, Outside, Property

IDENTITIES = frozenset(
    [
        "copy.copy",
        "copy.deepcopy",
        "typing.no_type_check",
        "abc.abstractmethod",
        "weakref.proxy",
        "asyncio.run",
        "asyncio.wait_for",
        "asyncio.shield",
        "types.MappingProxyType",
    ]
)
IMPORTERS = frozenset(["importlib.import_module"])
DISPATCHERS = frozenset(["functools.singledispatch", "functools.singledispatchmethod"])
FIELDS = frozenset(["dataclasses.field", "attr.ib", "attrs.field", "attr.field", "pydantic.Field"])
CASTS = frozenset(["typing.cast", "typing_extensions.cast"])


def call_outside(program: Program, unit: Unit, node: Node, value: Outside, given: Arguments) -> None:
    """``value(...)`` at ``node``."""
    name = value.name
    known = program.knowledge.call(name)
    if known is not None:
        call_known(program, unit, node, known, given)
    elif given.decorates and given.positional:
        _decorate(program, node, name, given.positional[0])
    elif name in STANDARD and (given.positional or name in COLLECTIONS):
        STANDARD[name](program, unit, node, given)
    elif name in BACKGROUND:
        BACKGROUND[name](program, unit, node, given)
    elif name in IDENTITIES and given.positional:
        program.flow(given.positional[0], node)
    elif name in CASTS and len(given.positional) > 1:
        _cast(program, node, given.positional[0])
        program.flow(given.positional[1], node)
    elif name in IMPORTERS and given.positional:
        for text in texts_at(program, given.positional[0]):
            program.grow(node, (module_value(program, unit, str(text.value)),))
    elif name in FIELDS:
        _field(program, unit, node, given)
    else:
        _any_other(program, node, value, given)


def _any_other(program: Program, node: Node, value: Outside, given: Arguments) -> None:
    """What is not known is given back under the name of the call; parsers of command lines keep their defaults."""
    if value.name.endswith(".set_defaults") and value.name.startswith("argparse."):
        for option, argument in given.keywords:
            program.flow(argument, option_of(program, option))
    _combined(program, node, value, given)
    program.grow(node, (result_of(value),))


def _combined(program: Program, node: Node, value: Outside, given: Arguments) -> None:
    """A manager class made from a query set class of the codebase stands for that class."""
    if value.name.rpartition(".")[0] not in program.knowledge.collections:
        return
    for argument in given.positional:
        if argument:
            _take_classes(program, argument, node)


def _take_classes(program: Program, source: Node, node: Node) -> None:
    place = program.new_node()

    def react(_place: Node) -> None:
        program.grow(node, tuple([held for held in program.values[source] if isinstance(held, Class)]))

    program.reactions[place] = react
    program.watch(source, place)
    react(place)


def _decorate(program: Program, node: Node, name: str, decorated: Node) -> None:
    """An outside decorator is taken to keep what it decorates; one named ...property makes a property."""
    if name.endswith("property"):
        program.grow(node, (Property(decorated),))
    else:
        if name in DISPATCHERS:
            program.grow(node, (Dispatch(program.new_node()),))
        program.flow(decorated, node)


def _field(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """A declared field is its default, or what its factory makes."""
    for name, argument in given.keywords:
        if name == "default":
            program.flow(argument, node)
        elif name in ("default_factory", "factory") and argument:
            program.flow(invoke_unreported(program, unit, argument, Arguments(())), node)


def _cast(program: Program, node: Node, source: Node) -> None:
    """``cast(Type, value)`` is an instance of the type."""
    place = program.new_node()

    def react(_place: Node) -> None:
        for value in program.values[source]:
            made_of = instance_of(program, value)
            if made_of is not None:
                program.grow(node, (made_of,))

    program.reactions[place] = react
    program.watch(source, place)
    react(place)
