"""Which of several bound methods an object can have kept itself: its own ones, not those of other classes."""

from analyzer.model.expression import Attribute, Call, Parameter, Subscript
from analyzer.resolve.method_calls import TAKING
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Class, Function, Instance, Node, Value


def of_own_kind(unit: Unit, callee: Node, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """``self.table[kind](node)``, where a common base has ``self.table = {"a": self.render_a}`` for all its heirs."""
    owner = _owner_behind(unit, callee - unit.base)
    if owner is None:
        return values
    return tuple([value for value in values if not _is_of_another(value, owner)]) or values


def _owner_behind(unit: Unit, index: int) -> Class | None:
    """The class of the ``self`` whose attribute is called, or an item of it: what other objects have is theirs."""
    expression = unit.table[index] if 0 <= index < len(unit.table) else None
    while isinstance(expression, Subscript | Call):
        if isinstance(expression, Call):
            expression = unit.table[expression.callee]
            if not isinstance(expression, Attribute) or expression.name not in TAKING:
                return None
        expression = unit.table[expression.value]
    receiver = unit.table[expression.value] if isinstance(expression, Attribute) else None
    if not isinstance(receiver, Parameter) or receiver.position:
        return None
    function = unit.scopes[receiver.scope]
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
