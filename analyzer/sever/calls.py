"""Calls, references and imports of one service's code by another, one break for each operation used."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from analyzer.model.breaks import Break, BreakKind
from analyzer.model.lookup import looked_up
from analyzer.sever.call_remedies import Use, choose
from analyzer.sever.crossing import Crossing, busiest, confidence, gather, occurrences, times
from analyzer.sever.sides import Sides

USES = ("call", "reference", "decorate", "import")


def severed_calls(sides: Sides) -> Iterable[Break]:
    """One break for each pair of a calling service and a function, class or module it uses of another."""
    rows = sides.crossing[sides.crossing["kind"].isin(USES)]
    rows = rows[~rows["target"].isin(sides.table_of_class)]
    target_kind = looked_up(rows["target"], sides.kind)
    rows = rows[~target_kind.isin(("variable", "table"))]
    rows = _without_plain_imports(sides, rows)
    for (service, target), group in gather(rows, "source_service", "target"):
        yield _call_break(sides, service, target, group)


def _without_plain_imports(sides: Sides, rows: pd.DataFrame) -> pd.DataFrame:
    """Drop imports whose names are then used: the use is the break, and the import goes with it."""
    used: dict[str, set[str]] = defaultdict(set)
    uses = sides.crossing[sides.crossing["kind"] != "import"]
    for file, target in zip(uses["file"].tolist(), uses["target"].tolist(), strict=True):
        used[file].add(sides.file.get(target, target))
    columns = (rows[name].tolist() for name in ("kind", "target", "file"))
    kept = [
        kind != "import" or not _explained(sides, sides.file.get(target, target), used[file])
        for kind, target, file in zip(*columns, strict=True)
    ]
    return rows[pd.Series(kept, index=rows.index, dtype="bool")]


def _explained(sides: Sides, imported: str, used: set[str]) -> bool:
    """Whether what is used lies in the imported module, in its package, or is passed on by it."""
    package = imported.removesuffix("__init__.py") if imported.endswith("/__init__.py") else None
    return any(
        file == imported or (imported, file) in sides.imports or (package is not None and file.startswith(package))
        for file in used
    )


def _call_break(sides: Sides, service: str, target: str, group: list[Crossing]) -> Break:
    kinds = Counter(row.kind for row in group)
    used = [row for row in group if row.kind != "import"] or group
    kind: BreakKind = "call" if kinds["call"] else "reference"
    use = Use(
        name=sides.name(target),
        kinds=frozenset(kinds),
        element_kind=sides.kind.get(target, ""),
        in_loop=sum(row.in_loop for row in used),
        signature=sides.signatures.get(target),
        orm=_orm_class(sides, target),
        models=frozenset(sides.table_of_class),
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
        detail=f"{service} uses {use.name} {times(len(used), 'time')} in {times(_places(used), 'place')} of its code",
        facts=tuple((f"{kind}s", str(kinds[kind])) for kind in USES if kinds[kind]),
        confidence=confidence(used),
    )


def _places(used: list[Crossing]) -> int:
    return len({row.source for row in used})


def _orm_class(sides: Sides, target: str) -> str:
    parent = sides.parent.get(target, "")
    return sides.name(parent) if parent in sides.table_of_class else ""
