"""Classes that stand for the rows of a mapped class (views, forms, serializers): what they have and are handed."""

from collections.abc import Callable

from analyzer.model.facts import ParameterFact
from analyzer.model.framework import Shown
from analyzer.model.knowledge import Handed, KnownBase
from analyzer.resolve.program import Program
from analyzer.resolve.values import Class, Function, Instance, Node, Rows, Value

GIVES = frozenset(["row", "rows", "of_rows", "made"])
PLACES = ("positional_only", "positional")


def show(program: Program, kind: Class, name: str, node: Node) -> bool:
    """Let ``node`` hold the attribute that a known base gives by what the class shows; False when it gives none."""
    if name not in program.knowledge.shown:
        return False
    for base in kind.outside:
        known = program.knowledge.known_base(base)
        for member in known.members if known is not None else ():
            if member.name == name and member.gives in GIVES and known is not None:
                if member.gives == "made":
                    _follow(program, kind, member.text.split("."), _keeper(program, node, "made"))
                else:
                    _give(program, (kind, known), node, member.gives, member.text)
                return True
    return False


def connect_shown(program: Program) -> None:
    """Note which classes are said to show what, wherever that is."""
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, Shown):
                _note(program, unit.base + fact.holder, unit.base + fact.value)


def _note(program: Program, holder: Node, shown: Node) -> None:
    def note(kind: Value) -> None:
        if isinstance(kind, Class):
            program.showings.setdefault(kind, []).append(shown)

    _hear(program, holder, note)


def connect_handed(program: Program) -> None:
    """Parameters of methods that only a known base calls."""
    for unit in program.units if program.knowledge.shown else ():
        for kind in unit.scopes:
            if isinstance(kind, Class) and kind.outside:
                for base in kind.outside:
                    known = program.knowledge.known_base(base)
                    for handed in known.hands if known is not None else ():
                        if known is not None:
                            _hand(program, (kind, known), handed)


def _hand(program: Program, shower: tuple[Class, KnownBase], handed: Handed) -> None:
    kind = shower[0]
    names = [handed.method]
    if handed.method.endswith("*"):
        names = [name for name in kind.attributes if name.startswith(handed.method[:-1])]
    for name in names:
        for value in program.values[kind.attributes.get(name, 0)]:
            if isinstance(value, Function) and value.owner is kind:
                parameters = value.scope.parameters
                if _takes(parameters, handed):
                    node = value.unit.base + value.scope.first + handed.position
                    if handed.gives == "made":
                        _follow(program, kind, handed.text.split("."), _keeper(program, node, "instance"))
                    else:
                        _give(program, shower, node, handed.gives, "")


def _takes(parameters: tuple[ParameterFact, ...], handed: Handed) -> bool:
    if handed.position >= len(parameters) or parameters[handed.position].kind not in PLACES:
        return False
    last = handed.position == len(parameters) - 1 or not handed.method.endswith("*")
    return last and handed.parameter in ("", parameters[handed.position].name)


def _give(program: Program, shower: tuple[Class, KnownBase], node: Node, gives: str, method: str) -> None:
    def keep(value: Value) -> None:
        rows = _rows(program, value)
        if rows is not None and gives == "of_rows":
            program.grow(node, (program.method(rows, method),))
        elif rows is not None:
            program.grow(node, (rows.kind.instance if gives == "row" else rows,))

    kind, known = shower
    for path in known.shows:
        _follow(program, kind, path.split("."), keep)
    for member in kind.order:
        for source in program.showings.get(member, ()):
            _hear(program, source, keep)


def _keeper(program: Program, node: Node, gives: str) -> Callable[[Value], None]:
    def keep(value: Value) -> None:
        if isinstance(value, Class):
            program.grow(node, (value if gives == "made" else value.instance,))

    return keep


def _rows(program: Program, value: Value) -> Rows | None:
    """The rows that a class, an instance or a collection stands for."""
    if isinstance(value, Rows):
        return value
    kind = value.type if isinstance(value, Instance) else value
    base = program.knowledge.mapping_base(kind) if isinstance(kind, Class) else None
    if base is None or base.label not in program.knowledge.labels or not isinstance(kind, Class):
        return None
    return program.rows(kind, base.label, None)


def _follow(program: Program, kind: Class, steps: list[str], keep: Callable[[Value], None]) -> None:
    """Hand on what stands at the end of a path of class attributes; of a method, what it returns."""
    name, *rest = steps
    source = next((member.attributes[name] for member in kind.order if name in member.attributes), 0)
    if source:
        _hear(program, source, lambda value: _arrive(program, value, rest, keep))


def _arrive(program: Program, value: Value, rest: list[str], keep: Callable[[Value], None]) -> None:
    if rest:
        if isinstance(value, Class):
            _follow(program, value, rest, keep)
    elif isinstance(value, Function):
        for index in value.scope.returns:
            _hear(program, value.unit.base + index, keep)
    else:
        keep(value)


def _hear(program: Program, source: Node, keep: Callable[[Value], None]) -> None:
    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            keep(value)
        program.handled[place] = len(values)

    place = program.new_node()
    program.reactions[place] = react
    program.watch(source, place)
    react(place)
