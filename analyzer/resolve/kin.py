"""Which of several bound methods an object can have kept itself: its own ones, not those of other classes."""

from analyzer.model.expression import Attribute, Call, Parameter, Subscript
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Class, Function, Instance, Node, Value


def of_own_kind(unit: Unit, callee: Node, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """``self.table[kind](node)``, where a common base has ``self.table = {"a": self.render_a}`` for all its heirs."""
    owner = _owner_behind(unit, callee - unit.base)
    if owner is None:
        return values
    return tuple([value for value in values if not _is_of_another(value, owner)]) or values


def _owner_behind(unit: Unit, index: int) -> Class | None:
    """The class of the ``self`` that a callee is read from, through attributes and items."""
    while 0 <= index < len(unit.table):
        expression = unit.table[index]
        if isinstance(expression, Attribute | Subscript):
            index = expression.value
        elif isinstance(expression, Call):
            index = expression.callee
        else:
            break
    else:
        return None
    if not isinstance(expression, Parameter) or expression.position:
        return None
    function = unit.scopes[expression.scope]
    return function.owner if isinstance(function, Function) and function.binding == "instance" else None


def _is_of_another(value: Value, owner: Class) -> bool:
    """A method bound to an object of a sibling class, or one of a base that the class itself has another of."""
    if not isinstance(value, Bound) or not isinstance(value.receiver, Instance):
        return False
    kind, function = value.receiver.type, value.function
    if owner in kind.order:
        return False
    if kind not in owner.order:
        return any(base in owner.order for base in kind.order)
    name = function.scope.name
    own = next((base for base in owner.order if name in base.attributes), None)
    return own is not None and function.owner is not None and own is not function.owner
