"""Calls, references and imports of one service's code by another, one break for each operation used."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from analyzer.model.breaks import Break, BreakKind
from analyzer.model.graph import Handover
from analyzer.model.lookup import looked_up
from analyzer.sever.call_remedies import choose
from analyzer.sever.crossing import Crossing, busiest, confidence, gather, occurrences, times
from analyzer.sever.explained import Explanations
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides
from analyzer.sever.use import Use

USES = ("call", "reference", "decorate", "import")


def severed_calls(sides: Sides) -> Iterable[Break]:
    """One break for each pair of a calling service and a function, class or module it uses of another."""
    explanations = Explanations(sides)
    rows = at_their_class(sides, explanations.without_plain_imports(usable(sides, sides.crossing)))
    for (service, target), group in gather(rows, "source_service", "target"):
        used = [row for row in group if not explanations.tell(row)]
        if used:
            yield _call_break(sides, service, target, used)


def usable(sides: Sides, rows: pd.DataFrame) -> pd.DataFrame:
    """Links that use code: variables and tables have breaks of their own."""
    rows = rows[rows["kind"].isin(USES)]
    plain = ~looked_up(rows["target"], sides.kind).isin(("variable", "table"))
    return rows[plain | rows["target"].isin(sides.models)]


def at_their_class(sides: Sides, rows: pd.DataFrame) -> pd.DataFrame:
    """Special methods are called by an operator, a loop or a block: what is used there is an object of their class."""
    owners = {
        target: sides.parent[target]
        for target in set(rows["target"].tolist())
        if sides.name(target).endswith("__") and sides.kind.get(sides.parent.get(target, "")) == "class"
        if not sides.is_model_method(target)
    }
    return rows.assign(target=[owners.get(target, target) for target in rows["target"].tolist()])


def _call_break(sides: Sides, service: str, target: str, group: list[Crossing]) -> Break:
    kinds = Counter(row.kind for row in group)
    used = [row for row in group if row.kind != "import"] or group
    kind: BreakKind = "call" if kinds["call"] else "reference"
    use = Use(
        name=sides.name(target),
        kinds=frozenset(kinds),
        element_kind=sides.kind.get(target, ""),
        typing_only=all(row.detail == "type_checking" for row in used),
        in_loop=sum(row.in_loop for row in used),
        signature=sides.signatures.get(target),
        orm=_orm_class(sides, target),
        only_computes=sides.only_computes(target),
        is_route=target in sides.answering,
        handed=_handed(sides.handed.get((service, target), ())),
        is_model=target in sides.models,
        models=sides.models,
        is_event=target in sides.event_variables and target not in sides.models,
        is_bus=all((row.file, row.line) in sides.event_places for row in used if row.kind != "import")
        and bool(kinds["call"]),
    )
    return Break(
        key=f"{kind}:{service}->{target}",
        kind=kind,
        source=busiest(used),
        target=target,
        source_service=service,
        target_service=group[0].target_service,
        occurrences=occurrences(used),
        remedy=choose(use),
        detail=f"{spoken(service)} uses {use.name} {times(len(used), 'time')} in {times(_places(used), 'place')}",
        facts=tuple((f"{kind}s", str(kinds[kind])) for kind in USES if kinds[kind]),
        confidence=confidence(used),
    )


def _handed(handovers: Sequence[Handover]) -> tuple[str, ...]:
    """Each instance that crosses, with the fields that the other side uses."""
    fields: dict[str, set[str]] = {}
    for one in handovers:
        fields.setdefault(one.parameter or "its result", set()).update(one.fields)
    return tuple(f"{name} ({', '.join(sorted(used)) or 'no field seen'})" for name, used in sorted(fields.items()))


def _places(used: list[Crossing]) -> int:
    return len({row.source for row in used})


def _orm_class(sides: Sides, target: str) -> str:
    parent = sides.parent.get(target, "")
    return sides.name(parent) if parent in sides.table_of_class else ""
