"""Reads and writes of tables: where code touches a collection, an instance or a table by any way we can see."""

from collections.abc import Iterable

from msgspec.structs import replace

from analyzer.model.expression import IN_LOOP, Attribute, Call, Element
from analyzer.model.graph import Join
from analyzer.model.resolution import ResolvedLink
from analyzer.model.storage import JoinFact, SqlUse, TableUse
from analyzer.resolve.keys import key_of
from analyzer.resolve.known_calls import argument_of
from analyzer.resolve.origins import origin
from analyzer.resolve.paths import paths_of
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.tables import PREFIX, Tables
from analyzer.resolve.traversal import leads_to_one, step, walk
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Builtin, Class, Instance, Literal, Method, Outside, Rows, Value
from analyzer.resolve.views import declared_in

TIE = "tie"  # a write of what belongs together: no row itself is saved, and nobody hears of it


class Accesses:
    """Links and joins as they are found; one link a place, table and direction."""

    def __init__(self, program: Program, tables: Tables) -> None:
        self.program = program
        self.tables = tables
        self.links: dict[tuple[str, str, str, str, int], ResolvedLink] = {}
        self.joins: dict[Join, None] = {}
        bases = program.knowledge.bases.values()
        self.methods = {name for base in bases for name in (*base.writes, *base.reads)}
        self.summed: set[tuple[str, str, int]] = set()  # queries that count or add up: element, file, line

    def add(self, place: "Spot", key: str, access: str, detail: str, share: float = 1.0) -> None:
        """One read or write; ``share`` says how sure the table is where it may be one of several."""
        if key in self.tables.by_key:
            mark = (place.key, key, access, place.unit.key, place.line)
            if mark not in self.links or self.links[mark].confidence < share:
                link = ResolvedLink(place.key, key, access, place.unit.key, place.line, share, place.in_loop, detail)
                self.links[mark] = link

    def add_any(self, place: "Spot", keys: Iterable[str], access: str, detail: str) -> None:
        """A read or write of one of these tables."""
        different = dict.fromkeys(key for key in keys if key in self.tables.by_key)
        for key in different:
            self.add(place, key, access, detail, round(1 / len(different), 4))

    def table(self, kind: Class) -> str:
        """The table a class maps, "" when none."""
        return self.tables.of_class.get(kind, "")

    def join(self, place: "Spot", keys: list[str], how: str, text: str) -> None:
        """One query over several tables."""
        different = tuple(dict.fromkeys(key for key in keys if key in self.tables.by_key))
        if len(different) > 1:
            join = Join(place.key, different, how, text, place.unit.key, place.line, place.in_loop)
            self.joins.setdefault(join, None)


class Spot:
    """A place in the code."""

    __slots__ = ("in_loop", "key", "line", "unit")

    def __init__(self, unit: Unit, scope: int, line: int, *, in_loop: bool) -> None:
        self.unit = unit
        self.key = key_of(unit, scope)
        self.line = line
        self.in_loop = in_loop


def find_accesses(program: Program, tables: Tables) -> Accesses:
    """Every access of every table."""
    found = Accesses(program, tables)
    classes = [kind for unit in program.units for kind in unit.scopes if isinstance(kind, Class)]
    relations = {name for kind in classes for name in kind.typed}
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, TableUse):
                _declared_use(found, unit, fact)
            elif isinstance(fact, SqlUse):
                _sql(found, unit, fact)
            elif isinstance(fact, JoinFact):
                _declared_join(found, unit, fact)
        if tables.by_key:
            _expressions(found, unit, relations)
            _assigned(found, unit)
    found.joins = {_as_summed(join, found.summed): None for join in found.joins}
    return found


def _as_summed(join: Join, summed: set[tuple[str, str, int]]) -> Join:
    """What the same query filters or groups by is part of the sum."""
    if join.how == "traversal" and (join.element, join.file, join.line) in summed:
        return replace(join, how="aggregate")
    return join


def _expressions(found: Accesses, unit: Unit, relations: set[str]) -> None:
    values = found.program.values
    base = unit.base
    for index, scope in enumerate(unit.facts.scopes):
        for position in range(scope.first, scope.last):
            expression = unit.table[position]
            kind = expression.__class__
            if kind is Call:
                assert isinstance(expression, Call)
                held = values[base + expression.callee]
                if held:
                    CALLED.get(held[0].__class__, _instance_method)(found, unit, index, expression)
            elif kind is Attribute:
                assert isinstance(expression, Attribute)
                if expression.name in relations:
                    _attribute(found, unit, index, expression)
            elif kind is Element:
                assert isinstance(expression, Element)
                keys = [found.table(value.kind) for value in values[base + expression.value] if isinstance(value, Rows)]
                if keys:
                    found.add_any(Spot(unit, index, expression.line, in_loop=False), keys, "read", "iterate")


def _call(found: Accesses, unit: Unit, index: int, call: Call) -> None:
    program = found.program
    place: Spot | None = None
    for value in program.values[unit.base + call.callee]:
        if isinstance(value, Method) and isinstance(value.receiver, Rows):
            place = place or Spot(unit, index, call.line, in_loop=bool(call.flags & IN_LOOP))
            _collection_method(found, place, value.receiver, value.name, call)
        elif isinstance(value, Outside):
            known = program.knowledge.call(value.name)
            if known is not None and known.access:
                place = place or Spot(unit, index, call.line, in_loop=bool(call.flags & IN_LOOP))
                given = Arguments(
                    tuple([unit.base + argument for argument in call.arguments]),
                    tuple([(name, unit.base + argument) for name, argument in call.keywords]),
                )
                for argument in program.values[argument_of(known, given)]:
                    found.add(place, table_behind(found, argument), known.access, value.name.rpartition(".")[2])
    _instance_method(found, unit, index, call)


def _collection_method(found: Accesses, place: Spot, rows: Rows, name: str, call: Call) -> None:
    known = found.program.knowledge.labels.get(rows.label)
    if known is None:
        return
    key = found.table(rows.kind)
    tied = found.table(rows.tie) if rows.tie is not None else ""
    if tied and name in known.ties:
        found.add(place, tied, "write", f"{TIE} {name}")
    elif name in known.writes:
        found.add(place, key, "write", name)
    elif name in known.reads or (name in known.same and name not in known.idle) or name in known.item + known.pairs:
        found.add(place, key, "read", name)
        found.add(place, tied, "read", name)
    if name not in known.paths and name not in known.joins:
        return
    for path in paths_of(place.unit, call, known):
        whole = name in known.joins or path.summed
        passed = walk(found.program, rows.kind, path.text.split(known.separator), whole=whole)
        for kind, way in passed:
            found.add(place, found.table(kind), "read", way)
        keys = [key, *(found.table(kind) for kind, _ in passed)]
        found.join(place, keys, "aggregate" if path.summed else name if name in known.joins else "traversal", path.text)
        if path.summed:
            found.summed.add((place.key, place.unit.key, place.line))


def _instance_method(found: Accesses, unit: Unit, index: int, call: Call) -> None:
    attribute = unit.table[call.callee]
    if not isinstance(attribute, Attribute) or attribute.name not in found.methods:
        return
    program = found.program
    keys: dict[str, list[str]] = {}
    for value in program.values[unit.base + attribute.value]:
        if isinstance(value, Instance):
            base = program.knowledge.mapping_base(value.type)
            if base is not None and (attribute.name in base.writes or attribute.name in base.reads):
                access = "write" if attribute.name in base.writes else "read"
                keys.setdefault(access, []).append(found.table(value.type))
    for access, tables in keys.items():
        place = Spot(unit, index, call.line, in_loop=bool(call.flags & IN_LOOP))
        found.add_any(place, tables, access, attribute.name)


def _by_name(found: Accesses, unit: Unit, index: int, call: Call) -> None:
    """``getattr(order, "invoice", None)`` reads like ``order.invoice``."""
    values = found.program.values
    if call.arguments[1:] and values[unit.base + call.callee][0] is found.program.builtins.get("getattr"):
        for value in values[unit.base + call.arguments[1]]:
            if isinstance(value, Literal):
                _attribute(found, unit, index, Attribute(call.arguments[0], str(value.value), call.line))


def _attribute(found: Accesses, unit: Unit, index: int, attribute: Attribute) -> None:
    """Reading a relation of an instance loads a row of the table behind it."""
    keys: list[str] = []
    for value in found.program.values[unit.base + attribute.value]:
        if isinstance(value, Instance):
            target = step(found.program, value.type, attribute.name)
            if target is not None and leads_to_one(found.program, value.type, attribute.name):
                keys.append(found.table(target))
    if keys:
        found.add_any(Spot(unit, index, attribute.line, in_loop=False), keys, "read", attribute.name)


def _assigned(found: Accesses, unit: Unit) -> None:
    """``order.state = "paid"`` writes a row where the session tracks what it has loaded."""
    for stored in unit.facts.attribute_stores:
        keys = [
            found.table(value.type)
            for value in (found.program.values[unit.base + stored.target] if stored.target else ())
            if isinstance(value, Instance) and _tracked(found, value.type) and declared_in(value.type, stored.name)
        ]
        index = unit.owner(unit.base + stored.target) if keys else 0
        if keys and unit.facts.scopes[index].name != "__init__":  # a new row: adding it counts
            found.add_any(Spot(unit, index, stored.line, in_loop=False), keys, "write", f"assign {stored.name}")


def _tracked(found: Accesses, kind: Class) -> bool:
    fact = found.tables.facts.get(kind)
    known = found.program.knowledge.labels.get(fact.label) if fact is not None else None
    return known is not None and known.tracks


CALLED = {Method: _call, Outside: _call, Builtin: _by_name}
"""By what is called; of anything else it may be a method of an instance."""


def table_behind(found: Accesses, value: Value) -> str:
    """The table of a class, an instance or a collection."""
    if isinstance(value, Class):
        return found.table(value)
    if isinstance(value, Instance):
        return found.table(value.type)
    return found.table(value.kind) if isinstance(value, Rows) else ""


def _declared_use(found: Accesses, unit: Unit, fact: TableUse) -> None:
    place = Spot(unit, fact.scope, fact.line, in_loop=fact.in_loop)
    made = found.tables.of_object.get(origin(found.program, unit, fact.value), "")
    found.add(place, made, fact.access, fact.how)
    values = found.program.values[unit.base + fact.value]
    kept = [value for value in values if not (fact.whole and isinstance(value, Instance))]
    found.add_any(place, [table_behind(found, value) for value in kept], fact.access, fact.how)
    for value in kept:
        if fact.path and isinstance(value, Class):
            for kind, path in walk(found.program, value, fact.path.split("."), whole=True):
                found.add(place, found.table(kind), "read", path)


def _sql(found: Accesses, unit: Unit, fact: SqlUse) -> None:
    place = Spot(unit, fact.scope, fact.line, in_loop=fact.in_loop)
    for access, names in (("read", fact.reads), ("write", fact.writes)):
        for name in names:
            found.add(place, PREFIX + name, access, "raw")
    found.join(place, [PREFIX + name for name in (*fact.reads, *fact.writes)], "raw_sql", fact.text)


def _declared_join(found: Accesses, unit: Unit, fact: JoinFact) -> None:
    place = Spot(unit, fact.scope, fact.line, in_loop=fact.in_loop)
    keys: list[str] = []
    for index in fact.values:
        keys.append(_joined_table(found, unit, index))
        found.add(place, keys[-1], "read", fact.how)
    found.join(place, keys, fact.how, fact.text)


def _joined_table(found: Accesses, unit: Unit, index: int) -> str:
    made = found.tables.of_object.get(origin(found.program, unit, index), "")
    if made:
        return made
    for value in found.program.values[unit.base + index]:
        key = table_behind(found, value)
        if key:
            return key
    expression = unit.table[index]
    if isinstance(expression, Attribute):
        for value in found.program.values[unit.base + expression.value]:
            if isinstance(value, Class):
                return found.table(step(found.program, value, expression.name) or value)
    return ""
