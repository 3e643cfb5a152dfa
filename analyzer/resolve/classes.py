"""Classes: their bases and the method resolution order."""

from analyzer.resolve.program import Program
from analyzer.resolve.values import Builtin, Class, Instance, Outside, Value
from analyzer.resolve.views import refresh

ERRORS = ("Exception", "Error", "Warning")


def settle(program: Program, kind: Class) -> None:  # noqa: C901 - bases and what hangs on them change together
    """Take the bases from what the base expressions hold now; descendants and earlier look-ups hear of it."""
    bases: list[Class] = []
    direct: list[Outside | Builtin] = []
    for base in kind.scope.bases:
        for value in program.values[kind.unit.base + base]:
            if isinstance(value, Class):
                if kind not in value.order and value not in bases:
                    bases.append(value)
            elif isinstance(value, Outside | Builtin) and value not in direct:
                direct.append(value)
    if tuple(bases) == kind.bases and tuple(direct) == kind.direct:
        return
    kind.bases, kind.direct = tuple(bases), tuple(direct)
    for base_class in bases:
        if kind not in base_class.children:
            base_class.children.append(kind)
    for descendant in descendants(kind):
        _reorder(descendant)
        for view in list(descendant.views.values()):
            refresh(program, view)
        for member in descendant.order[1:] if program.heirs else ():
            for hear in program.heirs.get(member, ()):
                hear(descendant)


def descendants(kind: Class) -> list[Class]:
    """The class and everything derived from it, bases before the classes derived from them where possible."""
    found = [kind]
    seen = {kind}
    for current in found:
        for child in current.children:
            if child not in seen:
                seen.add(child)
                found.append(child)
    return found


def raised_heirs(program: Program, value: Value) -> list[Class]:
    """What an error that is caught as an instance of ``value``'s class may be: derived classes that are constructed."""
    if not isinstance(value, Instance) or not any(base.name.endswith(ERRORS) for base in value.type.outside):
        return []
    return [heir for heir in descendants(value.type)[1:] if heir in program.constructed]


def _reorder(kind: Class) -> None:
    if len(kind.bases) == 1 and kind not in kind.bases[0].order:
        (base,) = kind.bases  # the usual case, and long chains need it
        kind.order = (kind, *base.order)
        kind.outside = tuple(dict.fromkeys((*kind.direct, *base.outside)))
        return
    kind.order = _linearize(kind)
    outside: list[Outside | Builtin] = []
    for member in kind.order:
        outside += [base for base in member.direct if base not in outside]
    kind.outside = tuple(outside)


def _linearize(kind: Class) -> tuple[Class, ...]:
    """C3 over the codebase's classes (Barrett et al. 1996); depth first where no consistent order exists."""
    rows = [list(base.order) for base in kind.bases] + [list(kind.bases)]
    order = [kind]
    while any(rows):
        rows = [row for row in rows if row]
        for row in rows:
            head = row[0]
            if not any(head in other[1:] for other in rows):
                break
        else:
            head = rows[0][0]
        if head not in order:
            order.append(head)
        rows = [[member for member in row if member is not head] for row in rows]
    return tuple(order)
