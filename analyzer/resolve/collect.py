"""From solved nodes to links: one for each call, use, import, base class and decorator, with its place."""

from collections import Counter
from typing import NamedTuple

from analyzer.model.expression import (
    DECORATOR,
    IN_LOOP,
    Attribute,
    Call,
    Element,
    Entered,
    Expression,
    Operation,
    Subscript,
    Super,
)
from analyzer.model.facts import ImportFact
from analyzer.model.resolution import ResolvedLink
from analyzer.resolve.keys import dotted, key_of, key_of_value
from analyzer.resolve.program import Program
from analyzer.resolve.reasons import read
from analyzer.resolve.targets import Targets, targets_of
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Builtin, Class, Function, Instance, Module, Node, Outside, View
from analyzer.resolve.values import Super as Parent
from analyzer.resolve.variables import variable_behind

MOST_TARGETS = 12  # candidates of one call that are kept; more say only that nobody knows
OUTSIDE = ("third_party", "builtin")  # the bare name of something outside counts where it is called or read from
KNOWN = (Function, Class, Bound)
TELLING = frozenset([Call, Attribute, Super])
CONSTRUCTORS = frozenset(["__init__", "__new__", "__post_init__"])


class Findings:
    """The links and counts as they are gathered."""

    __slots__ = ("calls", "coverage", "links", "variables")

    def __init__(self) -> None:
        self.links: list[ResolvedLink] = []
        self.calls: set[tuple[str, str]] = set()
        self.coverage: Counter[tuple[str, str]] = Counter()
        self.variables: dict[tuple[Unit, str], None] = {}


class Place:
    """The scope whose links are being gathered."""

    __slots__ = ("found", "index", "key", "name", "unit")

    def __init__(self, unit: Unit, index: int, found: "Findings") -> None:
        self.found = found
        self.unit = unit
        self.index = index
        self.key = key_of(unit, index)
        self.name = dotted(unit, index)


def collect(program: Program) -> Findings:
    """Everything the solved program says, file by file."""
    found = Findings()
    implicit = _implicit_calls(program)
    for unit in program.units:
        for fact in unit.facts.imports:
            _import(program, unit, fact, found)
        known: dict[int, Meaning] = {}
        for index, scope in enumerate(unit.facts.scopes):
            place = Place(unit, index, found)
            for position in range(scope.first, scope.last):
                if unit.table[position].__class__ in TELLING:
                    _expression(program, place, position, found)
                for callee in implicit.get(unit.base + position, ()):
                    _implicit(program, place, position, callee, found)
            _uses(program, place, found, known)
            _raises(program, place, found)
            if scope.kind == "class":
                _bases(program, place, found)
    return found


def _implicit_calls(program: Program) -> dict[Node, list[Node]]:
    """The callees of implicit calls by the expression they are made at."""
    implicit: dict[Node, list[Node]] = {}
    for invocation in program.invocations.values():
        site = invocation.site
        while site >= program.size:
            site = program.invocations[site].site
        if site >= 0:
            implicit.setdefault(site, []).append(invocation.callee)
    return implicit


def _expression(program: Program, place: Place, position: int, found: Findings) -> None:
    unit = place.unit
    expression = unit.table[position]
    kind = expression.__class__
    if kind is Call:
        _call(program, place, expression, found)  # type: ignore[arg-type]
        _loaded(program, place, position, found)
    elif kind is Attribute:
        _property(program, place, expression, found)  # type: ignore[arg-type]
    elif kind is Super:
        found.calls.add((place.name, "<builtin>.super"))


def _call(program: Program, place: Place, call: Call, found: Findings) -> None:
    unit = place.unit
    targets = targets_of(program, unit, unit.base + call.callee)
    decorates = bool(call.flags & DECORATOR)
    if not (decorates and targets.outcome == "builtin"):
        _name_calls(place, targets, found)
    found.coverage[unit.key, targets.outcome] += 1
    if not targets.code:
        return
    names = [name for name, _ in call.keywords]
    detail = ",".join([str(len(call.arguments)), *names])
    kind = "decorate" if decorates else "call"
    _link(place, kind, targets, call, detail)
    if not decorates:
        _handed_over(program, place, call, targets, found)


def _loaded(program: Program, place: Place, position: int, found: Findings) -> None:
    """A call that gives a module has imported it, by a name that could be followed."""
    unit = place.unit
    for value in program.values[unit.base + position]:
        if isinstance(value, Module) and value.unit is not unit:
            call = unit.table[position]
            assert isinstance(call, Call)
            if any(isinstance(loader, Outside | Builtin) for loader in program.values[unit.base + call.callee]):
                link = ResolvedLink(place.key, value.unit.key, "import", unit.key, call.line, detail="dynamic")
                found.links.append(link)


def _name_calls(place: Place, targets: Targets, found: Findings) -> None:
    for target in targets.code:
        if isinstance(target, Function):
            found.calls.add((place.name, dotted(target.unit, target.index)))
    for name in targets.outside:
        found.calls.add((place.name, name))


def _link(place: Place, kind: str, targets: Targets, expression: Expression, detail: str) -> None:
    keys = dict.fromkeys(key_of_value(target) for target in targets.code)
    if len(keys) > MOST_TARGETS:
        return
    line: int = expression.line  # type: ignore[union-attr]
    in_loop = bool(expression.flags & IN_LOOP) if isinstance(expression, Call) else False
    for key in keys:
        link = ResolvedLink(place.key, key, kind, place.unit.key, line, round(1 / len(keys), 4), in_loop, detail)
        place.found.links.append(link)


def _handed_over(program: Program, place: Place, call: Call, targets: Targets, found: Findings) -> None:
    """An instance given to code of another file ties that code to the instance's class."""
    unit = place.unit
    if all(target.unit is unit for target in targets.code):
        return
    for argument in [*call.arguments, *(value for _, value in call.keywords)]:
        if not argument:
            continue
        kinds = [value for value in program.values[unit.base + argument] if isinstance(value, Instance)]
        if 0 < len(kinds) <= MOST_TARGETS:
            for kind in kinds:
                key = key_of_value(kind)
                share = round(1 / len(kinds), 4)
                in_loop = bool(call.flags & IN_LOOP)
                found.links.append(ResolvedLink(place.key, key, "data", unit.key, call.line, share, in_loop))


def _property(program: Program, place: Place, attribute: Attribute, found: Findings) -> None:
    unit = place.unit
    for value in program.values[unit.base + attribute.value]:
        view: View | None = None
        if isinstance(value, Instance):
            view = value.type.views.get(attribute.name)
        elif isinstance(value, Parent):
            view = value.views.get(attribute.name)
        for getter in view.getters if view is not None else ():
            targets = targets_of(program, unit, getter)
            _name_calls(place, targets, found)
            _link(place, "call", targets, attribute, "property")


def _implicit(program: Program, place: Place, position: int, callee: Node, found: Findings) -> None:
    expression = place.unit.table[position]
    targets = targets_of(program, place.unit, callee)
    _name_calls(place, targets, found)
    code = [target for target in targets.code if target.scope.name not in CONSTRUCTORS]
    if code and isinstance(expression, Call | Element | Entered | Operation | Subscript | Attribute):
        _link(place, "call", Targets(code, [], "resolved"), expression, "implicit")


class Meaning(NamedTuple):
    """What a used expression stands for: code by key, or a module's variable; ``outcome`` "" is not counted."""

    code: tuple[str, ...]
    variable: tuple[Unit, str] | None
    outcome: str


def _uses(program: Program, place: Place, found: Findings, known: dict[int, Meaning]) -> None:
    """Names and attributes that are read; ``known`` keeps what an expression of the file means, read many times."""
    unit = place.unit
    for index, line in unit.facts.scopes[place.index].uses:
        meaning = known.get(index)
        if meaning is None:
            meaning = known[index] = _meaning(program, unit, index)
        code, variable, outcome = meaning
        if outcome:
            found.coverage[unit.key, outcome] += 1
        if variable is not None:
            _use_variable(place, variable, line, found)
        elif 0 < len(code) <= MOST_TARGETS:
            share = 1.0 if len(code) == 1 else round(1 / len(code), 4)
            for key in code:
                found.links.append(ResolvedLink(place.key, key, "reference", unit.key, line, share))


def _meaning(program: Program, unit: Unit, index: int) -> Meaning:
    values = program.values[unit.base + index]
    code = tuple(dict.fromkeys([key_of_value(value) for value in values if isinstance(value, KNOWN)]))
    if code:
        return Meaning(code, None, "resolved")
    variable = variable_behind(program, unit, index)
    if variable is not None:
        return Meaning((), variable, "resolved")
    if any(isinstance(value, Module) for value in values):
        return Meaning((), None, "")
    outcome = targets_of(program, unit, unit.base + index).outcome
    if outcome not in OUTSIDE:
        outcome = read(program, unit, index)
    counted = outcome not in OUTSIDE or isinstance(unit.table[index], Attribute)
    return Meaning((), None, outcome if counted else "")


def _use_variable(place: Place, variable: tuple[Unit, str], line: int, found: Findings) -> None:
    unit, name = variable
    if unit is place.unit and place.index == 0:
        return
    found.variables[variable] = None
    found.links.append(ResolvedLink(place.key, f"{unit.key}::{name}", "reference", place.unit.key, line))


def _raises(program: Program, place: Place, found: Findings) -> None:
    """``raise Type`` constructs; ``raise Type()`` is a call already."""
    unit = place.unit
    for index, _line in unit.facts.scopes[place.index].raises:
        for value in program.values[unit.base + index] if index else ():
            if isinstance(value, Class):
                for member in value.order:
                    starter = member.attributes.get("__init__")
                    if starter is not None:
                        _name_calls(place, targets_of(program, member.unit, starter), found)
                        break


def _bases(program: Program, place: Place, found: Findings) -> None:
    unit = place.unit
    kind = unit.scopes[place.index]
    scope = unit.facts.scopes[place.index]
    assert isinstance(kind, Class)
    for base in kind.bases:
        found.links.append(ResolvedLink(place.key, key_of_value(base), "inherit", unit.key, scope.line))
    for index in scope.bases:
        held = program.values[unit.base + index]
        outcome = targets_of(program, unit, unit.base + index).outcome if held else "undefined"
        found.coverage[unit.key, outcome] += 1


def _import(program: Program, unit: Unit, fact: ImportFact, found: Findings) -> None:
    source = key_of(unit, fact.scope)
    modules = program.modules
    target = modules.find(fact.module, unit) if fact.module else None
    if fact.name and fact.name != "*" and (target is None or target.facts.source.is_package):
        below = modules.find(f"{fact.module}.{fact.name}" if fact.module else fact.name, unit)
        if below is not None and (target is None or fact.name not in target.bindings[0]):
            target = below
    if target is None:
        return
    if target is not unit:
        found.links.append(ResolvedLink(source, target.key, "import", unit.key, fact.line, detail=fact.how))
