"""From solved nodes to links: one for each call, use, import, base class and decorator, with its place."""

from collections import Counter, defaultdict

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
from analyzer.model.graph import Outcome
from analyzer.model.resolution import ResolvedLink
from analyzer.resolve.crowds import is_mixture
from analyzer.resolve.keys import dotted, key_of, key_of_value
from analyzer.resolve.meanings import Meaning, Meanings
from analyzer.resolve.nearby import is_told
from analyzer.resolve.origins import undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.targets import Targets, targets_of
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Builtin, Class, Function, Instance, Module, Node, Outside, View
from analyzer.resolve.values import Super as Parent

MOST_TARGETS = 12  # candidates of one call that are kept; more say only that nobody knows
LOADERS = (Outside, Builtin)
SITES = (Call, Element, Entered, Operation, Subscript, Attribute)
CONSTRUCTORS = frozenset(["__init__", "__new__", "__post_init__"])


class Findings:
    """The links and counts as they are gathered; ``calls`` are the names called by caller."""

    __slots__ = ("calls", "coverage", "links", "variables")

    def __init__(self) -> None:
        self.links: list[ResolvedLink] = []
        self.calls: dict[str, set[str]] = {}
        self.coverage: Counter[tuple[str, Outcome]] = Counter()
        self.variables: dict[tuple[Unit, str], None] = {}


class Place:
    """The scope whose links are being gathered; ``calls`` are the names it calls, ``counts`` those of its file."""

    __slots__ = ("calls", "counts", "found", "index", "key", "unit")

    def __init__(self, unit: Unit, index: int, found: Findings, counts: dict[Outcome, int]) -> None:
        self.found = found
        self.unit = unit
        self.index = index
        self.key = key_of(unit, index)
        self.calls = found.calls.setdefault(dotted(unit, index), set())
        self.counts = counts


def collect(program: Program) -> Findings:
    """Everything the solved program says, file by file."""
    found = Findings()
    implicit, meanings = _implicit_calls(program), Meanings(program)
    for unit in program.units:
        for fact in unit.facts.imports:
            _import(program, unit, fact, found)
        known: dict[int, Meaning] = {}
        counts: dict[Outcome, int] = defaultdict(int)
        for index, scope in enumerate(unit.facts.scopes):
            place = Place(unit, index, found, counts)
            _expressions(program, place, implicit)
            _uses(place, meanings, known)
            if scope.raises:
                _raises(program, place)
            if scope.kind == "class":
                _bases(program, place)
        for outcome, count in counts.items():
            found.coverage[unit.key, outcome] += count
    return found


def _expressions(program: Program, place: Place, implicit: dict[Node, list[Node]]) -> None:
    unit, properties = place.unit, program.properties
    scope = unit.facts.scopes[place.index]
    node = unit.base + scope.first
    for expression in unit.table[scope.first : scope.last]:
        kind = expression.__class__
        if kind is Call:
            _call(program, place, node, expression)  # type: ignore[arg-type]
        elif kind is Attribute:
            if expression.name in properties:  # type: ignore[union-attr]
                _property(program, place, expression)  # type: ignore[arg-type]
        elif kind is Super:
            place.calls.add("<builtin>.super")
        if node in implicit:
            for callee in implicit[node]:
                _implicit(program, place, expression, callee)
        node += 1


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


def _call(program: Program, place: Place, node: Node, call: Call) -> None:
    unit = place.unit
    targets = targets_of(program, unit, unit.base + call.callee)
    decorates = call.flags & DECORATOR
    if not (decorates and targets.outcome == "builtin"):
        place.calls.update(targets.called)
        if targets.given and is_told(program, unit, call.callee, targets.given):
            place.calls.update(targets.given)
    place.counts[targets.outcome] += 1  # type: ignore[index]
    if targets.keys:
        targets = _beneath(program, unit, call, targets)
        detail = str(len(call.arguments))
        if call.keywords:
            detail = ",".join([detail, *[name for name, _ in call.keywords]])
        _link(place, "decorate" if decorates else "call", targets.keys, call, detail)
        if not decorates:
            _handed_over(program, place, call, targets)
    for value in program.values[node]:
        if value.__class__ is Module:
            _loaded(program, place, call, value)


def _beneath(program: Program, unit: Unit, call: Call, targets: Targets) -> Targets:
    """What a decorator has wrapped is what is used; the function that it put around belongs to the decorator."""
    first = targets.code[0]
    if not isinstance(first, Function) or first.unit.facts.scopes[first.scope.parent].kind != "function":
        return targets
    written = undecorated(program, unit, call.callee)
    return targets if written is None else targets._replace(keys=(key_of_value(written),))


def _loaded(program: Program, place: Place, call: Call, module: Module) -> None:
    """A call that gives a module has imported it, by a name that could be followed."""
    unit = place.unit
    loaders = program.values[unit.base + call.callee]
    if module.unit is not unit and any(isinstance(loader, LOADERS) for loader in loaders):
        link = ResolvedLink(place.key, module.unit.key, "import", unit.key, call.line, detail="dynamic")
        place.found.links.append(link)


def _link(place: Place, kind: str, keys: tuple[str, ...], expression: Expression, detail: str) -> None:
    if len(keys) > MOST_TARGETS:
        return
    line: int = expression.line  # type: ignore[union-attr]
    in_loop = bool(expression.flags & IN_LOOP) if isinstance(expression, Call) else False
    share = round(1 / len(keys), 4)
    for key in keys:
        place.found.links.append(ResolvedLink(place.key, key, kind, place.unit.key, line, share, in_loop, detail))


def _handed_over(program: Program, place: Place, call: Call, targets: Targets) -> None:
    """An instance given to code of another file ties that code to the instance's class."""
    unit = place.unit
    for target in targets.code:
        if target.unit is not unit:
            break
    else:
        return
    for argument in [*call.arguments, *[value for _, value in call.keywords]] if call.keywords else call.arguments:
        if not argument:
            continue
        values = program.values[unit.base + argument]
        kinds = [value for value in values if value.__class__ is Instance]
        if 0 < len(kinds) <= MOST_TARGETS and not is_mixture(values):
            share, in_loop = round(1 / len(kinds), 4), bool(call.flags & IN_LOOP)
            for kind in kinds:
                key = key_of_value(kind)
                place.found.links.append(ResolvedLink(place.key, key, "data", unit.key, call.line, share, in_loop))


def _property(program: Program, place: Place, attribute: Attribute) -> None:
    unit = place.unit
    for value in program.values[unit.base + attribute.value]:
        view: View | None = None
        if isinstance(value, Instance):
            view = value.type.views.get(attribute.name)
        elif isinstance(value, Parent):
            view = value.views.get(attribute.name)
        for getter in view.getters if view is not None else ():
            targets = targets_of(program, unit, getter)
            place.calls.update(targets.called)
            if targets.keys:
                _link(place, "call", targets.keys, attribute, "property")


def _implicit(program: Program, place: Place, expression: Expression, callee: Node) -> None:
    targets = targets_of(program, place.unit, callee)
    place.calls.update(targets.called)
    code = [target for target in targets.code if target.scope.name not in CONSTRUCTORS]
    if code and isinstance(expression, SITES):
        _link(place, "call", tuple(dict.fromkeys([key_of_value(target) for target in code])), expression, "implicit")


def _uses(place: Place, meanings: Meanings, known: dict[int, Meaning]) -> None:
    """Names and attributes that are read; ``known`` keeps what an expression of the file means, read many times."""
    unit, counts = place.unit, place.counts
    for index, line in unit.facts.scopes[place.index].uses:
        meaning = known.get(index)
        if meaning is None:
            meaning = known[index] = meanings.of(unit, index)
        keys, variable, outcome = meaning
        if outcome:
            counts[outcome] += 1
        if variable is not None:
            if variable[0] is unit and place.index == 0:
                continue
            place.found.variables[variable] = None
        if 0 < len(keys) <= MOST_TARGETS:
            share = 1.0 if len(keys) == 1 else round(1 / len(keys), 4)
            for key in keys:
                place.found.links.append(ResolvedLink(place.key, key, "reference", unit.key, line, share))


def _raises(program: Program, place: Place) -> None:
    """``raise Type`` constructs; ``raise Type()`` is a call already."""
    unit = place.unit
    for index, _line in unit.facts.scopes[place.index].raises:
        for value in program.values[unit.base + index] if index else ():
            if isinstance(value, Class):
                for member in value.order:
                    starter = member.attributes.get("__init__")
                    if starter is not None:
                        place.calls.update(targets_of(program, member.unit, starter).called)
                        break


def _bases(program: Program, place: Place) -> None:
    unit = place.unit
    kind = unit.scopes[place.index]
    scope = unit.facts.scopes[place.index]
    assert isinstance(kind, Class)
    for base in kind.bases:
        link = ResolvedLink(place.key, key_of_value(base), "inherit", unit.key, scope.line)
        place.found.links.append(link)
    for index in scope.bases:
        held = program.values[unit.base + index]
        outcome = targets_of(program, unit, unit.base + index).outcome if held else "undefined"
        place.counts[outcome] += 1  # type: ignore[index]


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
