"""Calls of outside functions whose result a dialect knows."""

from analyzer.model.knowledge import KnownCall
from analyzer.resolve.invoke import invoke
from analyzer.resolve.iteration import elements
from analyzer.resolve.named import find_named
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function, Instance, Literal, Node, Rows, Value


def call_known(program: Program, unit: Unit, node: Node, known: KnownCall, given: Arguments) -> None:
    """``node`` holds what the dialect says the call gives."""
    if known.gives == "setting":
        kind = program.classes.find(program.knowledge.settings.get(known.text, ""), unit)
        if kind is not None:
            program.grow(node, (kind,))
        return
    argument = argument_of(known, given)
    if not argument:
        return
    if known.gives == "argument":
        program.flow(argument, node)
    elif known.gives == "result":
        program.flow(invoke(program, unit, node, argument), node)
    elif known.gives == "element":
        program.flow(elements(program, unit, node, argument), node)
    else:
        _from_values(program, unit, node, known, argument)


def argument_of(known: KnownCall, given: Arguments) -> Node:
    """The argument that decides, 0 when it is not given."""
    if known.keyword:
        for name, node in given.keywords:
            if name == known.keyword:
                return node
    return given.positional[known.position] if known.position < len(given.positional) else 0


def _from_values(program: Program, unit: Unit, node: Node, known: KnownCall, argument: Node) -> None:
    place = program.new_node()

    def react(_place: Node) -> None:
        for value in program.values[argument]:
            made = _made(program, unit, known, value)
            if made is not None:
                program.grow(node, (made,))

    program.reactions[place] = react
    program.watch(argument, place)
    react(place)


def _made(program: Program, unit: Unit, known: KnownCall, value: Value) -> Value | None:
    if known.gives == "named":
        return find_named(program, unit, str(value.value)) if isinstance(value, Literal) else None
    if isinstance(value, Rows | Instance) and known.gives == "instance":
        return value.kind.instance if isinstance(value, Rows) else value
    if isinstance(value, Class):
        return value.instance if known.gives == "instance" else program.rows(value, _label(program), None)
    return value if isinstance(value, Rows | Function) else None


def _label(program: Program) -> str:
    """Collections made by a call use the first known type; a codebase with two kinds of queries is rare."""
    return next(iter(program.knowledge.labels), "")
