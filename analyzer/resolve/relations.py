"""Relations between mapped classes: the attribute that declares one, and the accessor it puts on its target."""

from analyzer.model.storage import RelationFact, TableFact
from analyzer.resolve.classes import descendants
from analyzer.resolve.origins import undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function, Instance, Module, Node, Value
from analyzer.resolve.views import typed


class Declared:
    """One relation with the classes at its ends; ``targets`` fills up while the program is solved."""

    __slots__ = ("fact", "owner", "targets", "unit")

    def __init__(self, fact: RelationFact, unit: Unit, owner: Class) -> None:
        self.fact = fact
        self.unit = unit
        self.owner = owner
        self.targets: list[Class] = []


def connect_relations(program: Program) -> list[Declared]:
    """Type every relation's attribute and reverse accessor; the relations found, in file order."""
    found: list[Declared] = []
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, TableFact) and fact.abstract:
                kind = unit.scopes[fact.scope]
                program.abstract.update([kind] if isinstance(kind, Class) else [])
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, RelationFact) and fact.maps:
                _connect_apart(program, unit, fact, found)
            elif isinstance(fact, RelationFact) and not fact.value:
                owner = unit.scopes[fact.scope]
                if isinstance(owner, Class):
                    _declare(program, Declared(fact, unit, owner), found)
    return found


def _declare(program: Program, relation: Declared, found: list[Declared]) -> None:
    found.append(relation)
    _connect(program, relation)


def _connect_apart(program: Program, unit: Unit, fact: RelationFact, found: list[Declared]) -> None:
    """A field declared beside the class it belongs to, which an expression names."""
    source = unit.base + fact.maps
    place = program.new_node()

    def react(_place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            if isinstance(value, Class):
                _declare(program, Declared(fact, unit, value), found)
        program.handled[place] = len(values)

    program.reactions[place] = react
    program.watch(source, place)
    react(place)


def _connect(program: Program, relation: Declared) -> None:
    fact, unit = relation.fact, relation.unit
    text = fact.target_text
    if fact.setting:
        text = program.knowledge.settings.get(fact.setting, text)
    if text:
        target = program.classes.find(text, unit, relation.owner)
        if target is not None:
            _point(program, relation, target)
        return
    source = unit.base + fact.target
    place = program.new_node()

    def react(_place: Node) -> None:
        for value in program.values[source]:
            target = _class_of(value)
            if target is not None and target not in relation.targets:
                _point(program, relation, target)

    program.reactions[place] = react
    program.watch(source, place)
    react(place)


def _class_of(value: Value) -> Class | None:
    if isinstance(value, Class):
        return value
    return value.type if isinstance(value, Instance) and not isinstance(value, Function | Module) else None


def _point(program: Program, relation: Declared, target: Class) -> None:
    fact, owner = relation.fact, relation.owner
    relation.targets.append(target)
    many = fact.is_collection or fact.kind == "many_to_many"
    tie = _tie(program, relation, owner) if fact.kind == "many_to_many" else None
    forward = program.rows(target, fact.label, None, tie) if many else target.instance
    program.grow(typed(program, owner, fact.field), (forward,))
    if fact.related_name == "+" or not (fact.related_name or fact.reverse_default):
        return
    if owner in program.abstract:
        _point_back_later(program, relation, target)
    else:
        _point_back(program, relation, owner, target)


def _point_back_later(program: Program, relation: Declared, target: Class) -> None:
    """The field of an abstract class belongs to the nearest classes derived from it that have a table."""

    def hear(heir: Class) -> None:
        between = heir.order[1 : heir.order.index(relation.owner)]
        nearer = [kind for kind in between if kind not in program.abstract and relation.owner in kind.order]
        if heir not in program.abstract and not nearer:
            _point_back(program, relation, heir, target)

    program.heirs.setdefault(relation.owner, []).append(hear)
    for heir in descendants(relation.owner)[1:]:
        hear(heir)


def _point_back(program: Program, relation: Declared, owner: Class, target: Class) -> None:
    fact = relation.fact
    tie = _tie(program, relation, owner) if fact.kind == "many_to_many" else None
    single = fact.kind == "one_to_one" or (fact.kind == "foreign_key" and fact.is_collection)
    lowered = owner.scope.name.lower()
    name = (fact.related_name or fact.reverse_default).replace("{class}", lowered).replace("%(class)s", lowered)
    name = name.replace("%(app_label)s", program.classes.app(owner.unit))
    backward = owner.instance if single else program.rows(owner, fact.label, None, tie)
    program.grow(typed(program, target, name), (backward,))


def _tie(program: Program, relation: Declared, owner: Class) -> Class:
    """The class of the rows between both ends: one of its own where it is named, else that of the field."""
    fact, unit = relation.fact, relation.unit
    named = program.classes.find(fact.through_text, unit, relation.owner) if fact.through_text else None
    written = undecorated(program, unit, fact.through) if fact.through else None
    return named or (written if isinstance(written, Class) else owner)
