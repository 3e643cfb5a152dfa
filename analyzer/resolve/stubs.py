"""Methods that only say what derived classes must define: abstract ones, those of protocols and the like."""

from analyzer.model.expression import Call
from analyzer.resolve.classes import descendants
from analyzer.resolve.program import Program
from analyzer.resolve.values import Builtin, Class, Function, Outside

PROTOCOLS = frozenset(["typing.Protocol", "typing_extensions.Protocol"])

MOST = 12  # implementations of one stub that a call may mean; of more nobody knows which


def without_stubs(program: Program, code: list[Function | Class]) -> list[Function | Class]:
    """Of several targets those that do something; all of them when none does."""
    if len(code) < 2:  # noqa: PLR2004 - nothing to choose from
        return code
    kept = [target for target in code if not (isinstance(target, Function) and _is_stub(program, target))]
    return kept or code


def filling(program: Program, code: list[Function | Class]) -> list[Function | Class]:
    """Who does what stubs only name: the methods of derived classes, where all targets are stubs."""
    found: dict[Function | Class, None] = {}
    for target in code:
        if not isinstance(target, Function) or target.owner is None or not _is_stub(program, target):
            return code
        for heir in descendants(target.owner)[1:]:
            for value in program.values[heir.attributes.get(target.scope.name, 0)]:
                if isinstance(value, Function) and not _is_stub(program, value):
                    found[value] = None
    return list(found) if 0 < len(found) <= MOST else code


def _is_stub(program: Program, function: Function) -> bool:
    owner = function.owner
    if owner is None:
        return False
    if any("abstract" in text for text in function.scope.decorator_texts):
        return True
    if any(isinstance(base, Outside) and base.name in PROTOCOLS for base in owner.direct):
        return not function.scope.returns
    return _only_raises(program, function)


def _only_raises(program: Program, function: Function) -> bool:
    """A body that calls nothing but the ``NotImplementedError`` it raises."""
    scope, table, base = function.scope, function.unit.table, function.unit.base
    if scope.returns or not scope.raises:
        return False
    raised = {index for index, _ in scope.raises}
    for index in raised:
        expression = table[index]
        named = expression.callee if isinstance(expression, Call) else index
        held = program.values[base + named]
        if not any(isinstance(value, Builtin) and value.name == "NotImplementedError" for value in held):
            return False
    return not any(isinstance(table[index], Call) and index not in raised for index in range(scope.first, scope.last))
