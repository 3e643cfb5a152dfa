"""Relations between tables, from the relations between classes and table objects."""

from analyzer.model.graph import Relation
from analyzer.model.storage import RelationFact
from analyzer.resolve.origins import origin
from analyzer.resolve.program import Program
from analyzer.resolve.relations import Declared
from analyzer.resolve.tables import PREFIX, Tables
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class


def relations_of(program: Program, tables: Tables, declared: list[Declared]) -> tuple[Relation, ...]:
    """One relation for each table that has the field (abstract bases hand theirs down), sorted."""
    found = dict.fromkeys(tables.parents)
    for relation in declared:
        fact = relation.fact
        targets = [tables.of_class.get(target, "") for target in relation.targets]
        target = next((key for key in targets if key), _by_table_name(tables, fact.target_text))
        if not fact.column:
            continue
        for source in _holders(tables, relation.owner):
            found[_relation(program, tables, relation.unit, fact, (source, target, relation.owner))] = None
    for unit in program.units:
        for one in unit.facts.facts:
            if isinstance(one, RelationFact) and one.value:
                source = tables.of_object.get(origin(program, unit, one.value), "")
                if source and one.column:
                    target = _by_table_name(tables, one.target_text)
                    found[_relation(program, tables, unit, one, (source, target, None))] = None
    return tuple(sorted(found, key=lambda one: (one.source, one.field, one.target, one.file, one.line)))


def _holders(tables: Tables, owner: Class) -> list[str]:
    """The table of the class, or the tables of the classes that inherit the field from an abstract one."""
    own = tables.of_class.get(owner, "")
    if own:
        return [own]
    waiting, holders, seen = list(owner.children), [], set(owner.children)
    while waiting:
        child = waiting.pop(0)
        key = tables.of_class.get(child, "")
        if key:
            holders.append(key)
            continue
        fresh = [each for each in child.children if each not in seen]
        seen.update(fresh)
        waiting += fresh
    return list(dict.fromkeys(holders))


def _by_table_name(tables: Tables, text: str) -> str:
    """The table that "orders.id" or "orders" names directly."""
    for name in (text.rpartition(".")[0], text):
        if PREFIX + name in tables.by_key:
            return PREFIX + name
    return ""


def _relation(
    program: Program, tables: Tables, unit: Unit, fact: RelationFact, ends: tuple[str, str, Class | None]
) -> Relation:
    source, target, owner = ends
    through = fact.through_text
    if through:
        kind = program.classes.find(through, unit, owner)
        through = (tables.of_class.get(kind, "") if kind is not None else "") or _by_table_name(tables, through)
    elif fact.through:
        made = tables.of_object.get(origin(program, unit, fact.through), "")
        kinds = [value for value in program.values[unit.base + fact.through] if isinstance(value, Class)]
        through = made or next((tables.of_class.get(kind, "") for kind in kinds), "")
    return Relation(
        source=source,
        target=target,
        kind=fact.kind,
        field=fact.field,
        target_text=fact.target_text or fact.setting,
        on_delete=fact.on_delete,
        related_name=fact.related_name,
        through=through,
        file=unit.key,
        line=fact.line,
    )
