"""Foreign keys, one-to-one and many-to-many relations between tables of two services."""

from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from analyzer.model.breaks import Break, BreakKind, Occurrence, Remedy
from analyzer.model.graph import Relation
from analyzer.sever.sides import Sides

KINDS: dict[str, BreakKind] = {
    "foreign_key": "foreign_key",
    "one_to_one": "one_to_one",
    "many_to_many": "many_to_many",
    "generic": "foreign_key",
}


def severed_relations(sides: Sides) -> Iterable[Break]:
    """One break for each relation field whose two tables end up in different services."""
    for (source, field, target), rows in related(sides):
        if _crosses(sides, rows[0]):
            yield _relation_break(sides, rows, f"{source}.{field}->{target}")


def related(sides: Sides) -> Iterable[tuple[tuple[str, str, str], list[Relation]]]:
    """Relations with a known target by source, field and target, parents of inheriting tables among them."""
    known = [_aimed(sides, one) for one in sides.graph.relations if sides.is_code(one.file)]
    found = [one for one in (*known, *_parent_links(sides)) if one.source and one.target]
    columns = {_identity(one) for one in found}
    found = [one for one in found if (one.source, f"{one.field}_id", one.target) not in columns]  # seen as an object
    for identity, rows in groupby(sorted(found, key=_identity), key=_identity):
        yield identity, list(rows)


def _aimed(sides: Sides, one: Relation) -> Relation:
    """A relation given by text that was not resolved ("area.Name") points at the one table whose class is so called."""
    area, _, name = one.target_text.lower().rpartition(".")
    if one.target or not name:
        return one
    found = [
        table for table in sides.classes_by_name.get(name, ()) if not area or area in table.module.lower().split(".")
    ]
    return replace(one, target=found[0].key) if len(found) == 1 else one


def _parent_links(sides: Sides) -> Iterable[Relation]:
    """A table whose class inherits from a class with a table of its own holds the identifier of a row there."""
    told = {(one.source, one.target) for one in sides.graph.relations if one.kind == "one_to_one"}
    for source, target in sorted(set(sides.ends("inherit"))):
        child, parent = sides.tables_by_class.get(source), sides.tables_by_class.get(target)
        if child and parent and child.key != parent.key and (child.key, parent.key) not in told:
            field = f"{target.rpartition('::')[2].rpartition('.')[2].lower()}_ptr"
            yield Relation(
                child.key, parent.key, "one_to_one", field, parent.name, "CASCADE", "", "", child.file, child.line
            )


def _identity(one: Relation) -> tuple[str, str, str]:
    return one.source, one.field, one.target


def _crosses(sides: Sides, one: Relation) -> bool:
    source, target = sides.service(one.source), sides.service(one.target)
    return bool(source and target and source != target)


def _relation_break(sides: Sides, rows: list[Relation], ends: str) -> Break:
    one = rows[0]
    kind = KINDS[one.kind]
    source, target = sides.name(one.source), sides.name(one.target)
    facts = [("field", one.field), ("on_delete", one.on_delete), ("related_name", one.related_name)]
    facts += [("through", one.through), ("relation", one.kind)]
    element = sides.tables[one.source].element if one.source in sides.tables else one.source
    return Break(
        key=f"{kind}:{ends}",
        kind=kind,
        source=one.source,
        target=one.target,
        source_service=sides.service(one.source),
        target_service=sides.service(one.target),
        occurrences=tuple(sorted(Occurrence(row.file, row.line, element, one.target) for row in rows)),
        remedy=_remedy(one, source, target),
        detail=f"{source}.{one.field} points at {target}",
        facts=tuple((name, value) for name, value in facts if value),
    )


def _remedy(one: Relation, source: str, target: str) -> Remedy:
    cascade = _cascade(one, source, target)
    if one.kind == "generic":
        return Remedy(
            kind="typed_identifier",
            title="Store the kind and the identifier, ask the owner through its API",
            reason=f"{source}.{one.field} can point at tables of several services; no database can check it.{cascade}",
            automation="decision",
            loss="The database no longer knows which rows are pointed at.",
            steps=("list the kinds that are really used", "store kind and identifier as plain columns"),
        )
    if one.kind == "many_to_many":
        return Remedy(
            kind="association_service",
            title="Give the association table to one side, hold the other side as an identifier",
            reason=f"The rows that tie {source} to {target} need one owner; the other side asks it.{cascade}",
            automation="decision",
            loss="No foreign key check and no join through the association.",
            steps=(
                "choose the side that changes the association most as its owner",
                "keep the other end as an identifier column without a constraint",
                "publish the association as a list operation",
            ),
        )
    return _reference_remedy(one, source, target, cascade)


def _reference_remedy(one: Relation, source: str, target: str, cascade: str) -> Remedy:
    distributed = _deletes(one)
    steps = [
        f"keep the column of {one.field} as a plain identifier, drop the constraint",
        f"read what is needed of {target} through its API, or keep a replica fed by its events",
    ]
    if distributed:
        steps.append(f"when a {target} is deleted, its owner publishes an event and {source} reacts")
    return Remedy(
        kind="identifier_with_replica" if one.kind == "one_to_one" else "identifier_and_api",
        title="Identifier column plus API",
        reason=f"{source} and {target} will live in two databases, and no constraint spans them.{cascade}",
        automation="decision" if distributed else "with_loss",
        loss="The database no longer checks that the row exists"
        + ("; the delete becomes a distributed one, done later." if distributed else "."),
        steps=tuple(steps),
    )


def _deletes(one: Relation) -> bool:
    return one.on_delete.rpartition(".")[2].upper().startswith(("CASCADE", "PROTECT", "RESTRICT", "SET"))


def _cascade(one: Relation, source: str, target: str) -> str:
    action = one.on_delete.rpartition(".")[2].upper()
    if action.startswith("CASCADE"):
        return f" Deleting a {target} deletes its {source} rows today; across services that is a distributed delete."
    if action.startswith(("PROTECT", "RESTRICT")):
        return f" {source} rows forbid deleting their {target} today; its owner must ask before it deletes."
    if action.startswith("SET"):
        return f" Deleting a {target} clears {source}.{one.field} today; that must follow an event."
    return ""
