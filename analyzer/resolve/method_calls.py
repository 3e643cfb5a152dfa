"""Calls of the methods of builtin values: containers hand on what they hold, text stays text."""

from analyzer.resolve.construct import begin
from analyzer.resolve.containers import element, made, opened, spread, store, take
from analyzer.resolve.invoke import invoke
from analyzer.resolve.namespaces import FILLING, fill_namespace
from analyzer.resolve.pairing import rows
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.rows import call_rows
from analyzer.resolve.special_calls import react_to
from analyzer.resolve.texts import change, cut, fill_in
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    LINES,
    Class,
    Container,
    Dispatch,
    Function,
    Instance,
    Literal,
    Method,
    Node,
    Property,
    Rows,
)


def call_method(program: Program, unit: Unit, node: Node, method: Method, given: Arguments) -> None:
    """A method of a container or of text, where it hands values on."""
    receiver, name, arguments = method.receiver, method.name, given.positional
    if isinstance(receiver, Property):
        changed = Property(receiver.getter, arguments[0]) if name == "setter" and arguments else receiver
        program.grow(node, (changed,))
    elif isinstance(receiver, Container):
        _container_method(program, unit, node, method, given)
    elif isinstance(receiver, Rows):
        call_rows(program, node, method)
    elif isinstance(receiver, Dispatch):
        _register(program, node, method, given)
    elif isinstance(receiver, Class | Instance):
        _class_method(program, unit, node, method, given)
    elif name == "format" and isinstance(receiver, Literal):
        fill_in(program, node, receiver, (*arguments, *[value for _, value in given.keywords]))
    elif name in TEXT_RESULTS:
        change(program, node, method, arguments)
    elif name in LINES_RESULTS and not cut(program, unit, node, method, arguments):
        program.grow(node, (program.plain(LINES),))


def _class_method(program: Program, unit: Unit, node: Node, method: Method, given: Arguments) -> None:
    kind = method.receiver
    if isinstance(kind, Instance) and method.name == FILLING:
        fill_namespace(program, kind.type, given)
    if not isinstance(kind, Class):
        return
    if method.name == "__call__":
        begin(program, unit, node, kind, given)
    elif method.name == HEIRS:
        box = made(program, unit, node, "list")
        for child in kind.children:
            held = program.new_node()
            program.grow(held, (child,))
            store(program, box, None, held)
    else:
        program.grow(node, (kind.instance,))  # QuerySet.as_manager(): an instance of the collection class


def _register(program: Program, node: Node, method: Method, given: Arguments) -> None:
    """``register(type, function)``, ``@register(type)`` or ``@register``: the function is one of the targets."""
    implementations = method.receiver
    if not isinstance(implementations, Dispatch) or method.name != "register":
        return
    for source in given.positional:

        def react(place: Node, source: Node = source) -> None:
            values = program.values[source]
            for value in values[program.handled[place] :]:
                if isinstance(value, Function):
                    program.grow(implementations.node, (value,))
                    program.grow(node, (value,))
                elif not given.decorates:
                    program.grow(node, (method,))
            program.handled[place] = len(values)

        react_to(program, source, react)


LINES_RESULTS = frozenset(["split", "rsplit", "splitlines", "partition", "rpartition", "readlines"])
TEXT_RESULTS = frozenset(
    [
        "read",
        "readline",
        "join",
        "format",
        "replace",
        "strip",
        "lstrip",
        "rstrip",
        "lower",
        "upper",
        "title",
        "decode",
        "capitalize",
    ]
)


HEIRS = "__subclasses__"  # of a class: those that name it as a base
ADDING = {"append": 0, "add": 0, "insert": 1, "appendleft": 0, "put": 0, "put_nowait": 0}
TAKING = frozenset(["pop", "popleft", "popitem", "get", "get_nowait", "setdefault"])
COPYING = frozenset(["copy", "__iter__", "union", "intersection", "difference"])


def _container_method(program: Program, unit: Unit, node: Node, method: Method, given: Arguments) -> None:  # noqa: C901 - one branch a method
    box, name, arguments = method.receiver, method.name, given.positional
    assert isinstance(box, Container)
    if name in ADDING and len(arguments) > ADDING[name]:
        store(program, box, None, arguments[ADDING[name]])
    elif name in ("extend", "update", "extendleft"):
        for argument in arguments[:1]:
            spread(program, argument, box)
        for keyword, argument in given.keywords:
            store(program, box, keyword, argument)
    elif name in TAKING:
        _take(program, node, box, arguments, name)
    elif name in COPYING:
        program.grow(node, (box,))
    elif name == "values":
        store(program, made(program, unit, node, "list"), None, element(program, box))
    elif name == "keys":
        opened(program, box)
        store(program, made(program, unit, node, "list"), None, box.keys)
    elif name == "items":
        opened(program, box)
        row = Container("tuple", unit, program.new_node())
        store(program, row, 0, box.keys)
        store(program, row, 1, element(program, box))
        rows(program, unit, node, row)
    elif name == "sort":
        key = next((argument for keyword, argument in given.keywords if keyword == "key"), 0)
        invoke(program, unit, node, key, Arguments((element(program, box),)))
    elif name == "send" and arguments and box.function is not None:
        program.flow(arguments[0], program.sent(box.function))
        program.flow(element(program, box), node)
    elif name == "__next__":
        program.flow(element(program, box), node)


def _take(program: Program, node: Node, box: Container, arguments: tuple[Node, ...], name: str) -> None:
    literals = [value for value in program.values[arguments[0]] if isinstance(value, Literal)] if arguments else []
    for default in arguments[1:]:
        program.flow(default, node)
        if name == "setdefault":
            for literal in literals:
                store(program, box, literal.value, default)
    if literals and box.type == "dict":
        take(program, box, [literal.value for literal in literals], node)
    else:
        program.flow(element(program, box), node)
