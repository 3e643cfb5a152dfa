"""Construction: calling a class gives an instance, runs its special methods and fills declared fields."""

from analyzer.resolve.boxes import box_of
from analyzer.resolve.containers import spread
from analyzer.resolve.invoke import invoke
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.records import inherited_fields
from analyzer.resolve.special_calls import react_to
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Node
from analyzer.resolve.views import bound, declared_in, metaclasses, slot, view


def construct(program: Program, unit: Unit, node: Node, kind: Class, given: Arguments) -> None:
    """``kind(...)`` at ``node``."""
    maker = _metaclass_call(program, kind)
    if maker:
        program.constructed.add(kind)
        program.grow(node, (kind.instance,))
        program.flow(invoke(program, unit, node, maker, given), node)
        return
    begin(program, unit, node, kind, given)


def begin(program: Program, unit: Unit, node: Node, kind: Class, given: Arguments) -> None:
    """What ``type`` does: ``__new__``, then ``__init__``."""
    program.constructed.add(kind)
    program.grow(node, (kind.instance,))
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
        box = box_of(program, kind)
        if box is not None:
            for argument in given.positional[:1]:
                spread(program, argument, box)


def _metaclass_call(program: Program, kind: Class) -> Node:
    """The ``__call__`` of the class's metaclass, which then decides what is constructed; 0 when it has none."""
    for value in metaclasses(program, kind):
        if declared_in(value, "__call__"):
            return _with_class(program, value, kind)
    return 0


def _with_class(program: Program, meta: Class, kind: Class) -> Node:
    """The metaclass's ``__call__`` with the class as ``self``."""
    source = next(member.attributes["__call__"] for member in meta.order if "__call__" in member.attributes)
    memo = (source, -6, (kind.unit.base + kind.scope.first,))
    node = program.invoked.get(memo)
    if node is None:
        node = program.invoked[memo] = program.new_node()
        target = node

        def react(place: Node) -> None:
            values = program.values[source]
            for value in values[program.handled[place] :]:
                program.grow(target, (bound(value, kind, kind),))
            program.handled[place] = len(values)

        react_to(program, source, react)
    return node


def _fill_fields(program: Program, kind: Class, given: Arguments) -> None:
    """Without ``__init__`` the arguments are the declared fields: dataclasses, named tuples, models."""
    if not given.positional and not given.keywords:
        return
    names = inherited_fields(program, kind)
    for member in reversed(kind.order):
        names += [name for name, _, _ in member.scope.annotations if name not in names]
    for name, argument in zip(names, given.positional, strict=False):
        program.flow(argument, slot(program, kind, name))
    for name, argument in given.keywords:
        if name in names or declared_in(kind, name):
            program.flow(argument, slot(program, kind, name))
