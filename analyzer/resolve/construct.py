"""Construction: calling a class gives an instance, runs its special methods and fills declared fields."""

from analyzer.resolve.invoke import invoke
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Node
from analyzer.resolve.views import declared_in, metaclasses, slot, view


def construct(program: Program, unit: Unit, node: Node, kind: Class, given: Arguments) -> None:
    """``kind(...)`` at ``node``."""
    program.constructed.add(kind)
    program.grow(node, (kind.instance,))
    maker = _metaclass_call(program, kind)
    if maker:
        program.flow(invoke(program, unit, node, maker, given), node)
        return
    if declared_in(kind, "__new__"):
        maker = view(program, kind, "__new__", instance=False).node
        known = program.new_node()
        program.grow(known, (kind,))
        program.flow(invoke(program, unit, node, maker, Arguments((known, *given.positional), given.keywords)), node)
    if declared_in(kind, "__init__") or kind.outside:
        starter = view(program, kind, "__init__", instance=True).node
        invoke(program, unit, node, starter, given)
    if not declared_in(kind, "__init__"):
        _fill_fields(program, kind, given)
        if declared_in(kind, "__post_init__"):
            invoke(program, unit, node, view(program, kind, "__post_init__", instance=True).node)


def _metaclass_call(program: Program, kind: Class) -> Node:
    """The ``__call__`` of the class's metaclass, which then decides what is constructed; 0 when it has none."""
    for value in metaclasses(program, kind):
        if declared_in(value, "__call__"):
            return view(program, value, "__call__", instance=True).node
    return 0


def _fill_fields(program: Program, kind: Class, given: Arguments) -> None:
    """Without ``__init__`` the arguments are the declared fields: dataclasses, named tuples, models."""
    if not given.positional and not given.keywords:
        return
    names: list[str] = []
    for member in reversed(kind.order):
        names += [name for name, _, _ in member.scope.annotations if name not in names]
    for name, argument in zip(names, given.positional, strict=False):
        program.flow(argument, slot(program, kind, name))
    for name, argument in given.keywords:
        if name in names or declared_in(kind, name):
            program.flow(argument, slot(program, kind, name))
