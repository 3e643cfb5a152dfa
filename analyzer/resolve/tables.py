"""Tables: which classes and table objects map one, under which name, with which columns."""

import re

import msgspec

from analyzer.model.graph import Column, Relation, Table
from analyzer.model.knowledge import KnownBase
from analyzer.model.storage import ColumnFact, SqlUse, TableFact
from analyzer.resolve.keys import key_of_value
from analyzer.resolve.origins import origin
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Literal, Node

PREFIX = "table::"
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_STEP = 100  # generations; far above what people write, far below what the stack holds
STRENGTH = ("class", "imperative", "migration", "sql")  # the same table known twice: the stronger evidence is kept


class Tables:
    """Tables by key, by mapped class and by the place that makes a table object."""

    def __init__(self) -> None:
        self.by_key: dict[str, Table] = {}
        self.of_class: dict[Class, str] = {}
        self.of_object: dict[Node, str] = {}
        self.facts: dict[Class, TableFact] = {}
        self.parents: list[Relation] = []  # of tables that only add to another one

    def forget(self, dropped: set[str]) -> None:
        """Leave out what a migration made and another one took away."""
        gone = {key for key in dropped if key in self.by_key and self.by_key[key].evidence == "migration"}
        self.by_key = {key: table for key, table in self.by_key.items() if key not in gone}

    def lead_to_parent(self, kind: Class, parent: Class, template: str) -> Column:
        """The column by which the table of ``kind`` points at the parent's; its relation is remembered."""
        field = template.replace("{class}", parent.scope.name.lower())
        ends, place = (self.of_class[kind], self.of_class[parent]), (kind.unit.key, kind.scope.line)
        self.parents.append(Relation(*ends, "one_to_one", field, parent.scope.name, "CASCADE", "", "", *place))
        name = f"{field}_id"
        return Column(name, "integer", primary_key=True, unique=True, references=ends[1], file=place[0], line=place[1])

    def add(self, table: Table) -> None:
        """Remember a table; what is known from weaker evidence gives way, columns are kept from whoever has them."""
        known = self.by_key.get(table.key)
        if known is None or STRENGTH.index(table.evidence) < STRENGTH.index(known.evidence):
            if known is not None and not table.columns:
                table = msgspec.structs.replace(table, columns=known.columns)
            self.by_key[table.key] = table
        elif not known.columns and table.columns:
            self.by_key[table.key] = msgspec.structs.replace(known, columns=table.columns)


def find_tables(program: Program) -> Tables:
    """All tables of the codebase; what only tests declare or ask for is made for the test."""
    tables = Tables()
    units = _units(program)
    facts = [(unit, fact) for unit in units for fact in unit.facts.facts]
    declared = [(unit, fact) for unit, fact in facts if isinstance(fact, TableFact)]
    dropped = {PREFIX + _said(program, unit, fact) for unit, fact in declared if fact.evidence == "dropped"}
    for unit, fact in declared:
        if not fact.maps and fact.evidence != "dropped":
            _note(program, tables, unit, fact)
    for unit, fact in declared:
        if fact.maps:
            _map(program, tables, unit, fact)
    for unit in units:
        for scope in unit.scopes:
            if isinstance(scope, Class):
                table_of(program, tables, scope)
    for unit, one in facts:
        if isinstance(one, SqlUse) and (one.creates or unit.facts.source.role != "migration"):
            _from_sql(tables, unit, one)  # what migrations rename and drop is there no more
    tables.forget(dropped)
    return tables


def _units(program: Program) -> list[Unit]:
    """The files whose tables count: neither tests nor migrations of a package that has nothing but tests."""
    roles: dict[str, set[str]] = {}
    for unit in program.units:
        roles.setdefault(unit.name.rpartition(".")[0], set()).add(unit.facts.source.role)
    tests = {package for package, found in roles.items() if "test" in found and "code" not in found}
    return [
        unit
        for unit in program.units
        if (role := unit.facts.source.role) != "test"
        if role != "migration" or unit.name.rpartition(".")[0].rpartition(".")[0] not in tests
    ]


def _note(program: Program, tables: Tables, unit: Unit, fact: TableFact) -> None:
    owner = unit.scopes[fact.scope]
    if fact.value or fact.evidence == "migration":
        made = origin(program, unit, fact.value) if fact.value else 0
        if name := _said(program, unit, fact):
            key = PREFIX + name
            tables.of_object[made] = key
            columns = _columns(unit, fact.columns)
            tables.add(Table(key, name, "", unit.name, unit.key, fact.line, columns, fact.evidence))
        if fact.evidence != "class":
            return
    if isinstance(owner, Class) and (not fact.bases or any(base.name in fact.bases for base in owner.outside)):
        tables.facts[owner] = fact


def _map(program: Program, tables: Tables, unit: Unit, fact: TableFact) -> None:
    """A class that is mapped onto a table object, in whichever file."""
    key = tables.of_object.get(origin(program, unit, fact.value), "")
    for value in program.values[unit.base + fact.maps]:
        if isinstance(value, Class) and key:
            tables.of_class[value] = key
            known = tables.by_key[key]
            if not known.element:
                tables.by_key[key] = msgspec.structs.replace(known, element=key_of_value(value))


def table_of(program: Program, tables: Tables, kind: Class) -> str:
    """The key of the table a class maps, "" when it maps none."""
    known = tables.of_class.get(kind)
    if known is not None:
        return known
    tables.of_class[kind] = ""
    for ancestor in reversed(kind.order[_STEP::_STEP]):  # so that no look-up goes far up by itself
        table_of(program, tables, ancestor)
    fact = tables.facts.get(kind)
    base = program.knowledge.mapping_base(kind)
    name = _name(program, tables, kind, fact, base)
    if not name:
        return ""
    key = tables.of_class[kind] = PREFIX + name
    unit = kind.unit
    parent = _parent(tables, kind, base)
    columns = _all_columns(tables, kind, parent)
    if base is not None and parent is not None:
        columns = (tables.lead_to_parent(kind, parent, base.parent_key), *columns)
    elif base is not None and base.implicit_key and not any(column.primary_key for column in columns):
        columns = (Column(base.implicit_key, "integer", primary_key=True, unique=True, file=unit.key), *columns)
    line = kind.scope.line
    evidence = "migration" if unit.facts.source.role == "migration" else "class"  # a copy as it was at that time
    tables.add(Table(key, name, key_of_value(kind), unit.name, unit.key, line, columns, evidence))
    return key


def _name(program: Program, tables: Tables, kind: Class, fact: TableFact | None, base: KnownBase | None) -> str:
    said = _said(program, kind.unit, fact) if fact is not None else ""
    if fact is not None and (fact.abstract or said):
        return "" if fact.abstract else said
    if fact is not None and fact.value:
        made = origin(program, kind.unit, fact.value)
        if made in tables.of_object:
            return tables.of_object[made].removeprefix(PREFIX)
    parent = next((key for parent in kind.order[1:] if (key := table_of(program, tables, parent))), "")
    if base is None and (fact is not None or not parent) and (named := _named_by_base(tables, kind)):
        return named  # a class without columns of its own shares its parent's table
    shared = (fact is not None and fact.proxy) or (base is not None and not base.own_table) or base is None
    if shared and (parent or (fact is not None and fact.proxy)):
        return parent.removeprefix(PREFIX)
    if base is None or not base.table_name:
        return ""
    app = fact.app if fact is not None and fact.app else program.classes.app(kind.unit)
    name = base.table_name.replace("{app}", app).replace("{class}", kind.scope.name.lower())
    return name.lstrip("_")


def _said(program: Program, unit: Unit, fact: TableFact) -> str:
    """The table's name as the code gives it, written out or in the one text that an expression can hold."""
    if fact.name or not fact.named:
        return fact.name.replace("{app}", program.knowledge.declared_app(unit) or fact.app)
    held = program.values[unit.base + fact.named]
    return str(held[0].value) if len(held) == 1 and isinstance(held[0], Literal) else ""


def _named_by_base(tables: Tables, kind: Class) -> str:
    """The name that the nearest base with a template for names gives its subclasses."""
    for member in kind.order[1:]:
        template = tables.facts[member].name if member in tables.facts else ""
        if "{" in template:
            snake = _WORD.sub("_", kind.scope.name).lower()
            return template.replace("{class}", kind.scope.name.lower()).replace("{snake}", snake)
    return ""


def _parent(tables: Tables, kind: Class, base: KnownBase | None) -> Class | None:
    """The nearest base with a table that this one only adds to."""
    if base is None or not base.parent_key:
        return None
    nearest = next((one for one in kind.order[1:] if tables.of_class.get(one)), None)
    return nearest if nearest is not None and tables.of_class[nearest] != tables.of_class[kind] else None


def _all_columns(tables: Tables, kind: Class, parent: Class | None) -> tuple[Column, ...]:
    """The class's own columns and those of its abstract bases, nearest first; a parent's stay in its own table."""
    found: dict[str, Column] = {}
    elsewhere = parent.order if parent is not None else ()
    for member in kind.order:
        fact = tables.facts.get(member)
        if fact is None or member in elsewhere or (member is not kind and tables.of_class.get(member)):
            continue
        for column in _columns(member.unit, fact.columns):
            found.setdefault(column.name, column)
    return tuple(found.values())


def _columns(unit: Unit, facts: tuple[ColumnFact, ...]) -> tuple[Column, ...]:
    return tuple(
        Column(
            name=fact.name,
            type=fact.type,
            nullable=fact.nullable,
            primary_key=fact.primary_key,
            unique=fact.unique,
            max_length=fact.max_length,
            digits=fact.digits,
            decimals=fact.decimals,
            choices=fact.choices,
            has_default=fact.has_default,
            references=_referenced(fact.references),
            file=unit.key,
            line=fact.line,
        )
        for fact in facts
    )


def _referenced(text: str) -> str:
    """The table in "table.column"; "app.Model", told by its capital letter, is resolved with the relations."""
    name, _, last = text.rpartition(".")
    return PREFIX + name if name and not last[:1].isupper() else ""


def _from_sql(tables: Tables, unit: Unit, fact: SqlUse) -> None:
    columns = _columns(unit, fact.creates)
    for name in sorted({*fact.reads, *fact.writes}):
        own = columns if name in fact.writes else ()
        tables.add(Table(PREFIX + name, name, "", unit.name, unit.key, fact.line, own, "sql"))
