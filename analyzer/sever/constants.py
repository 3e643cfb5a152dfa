"""Constants of one service that another uses, and copies of them that have drifted already."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analyzer.model.breaks import Break, Remedy
from analyzer.model.graph import Setting
from analyzer.model.lookup import looked_up
from analyzer.sever.crossing import Crossing, busiest, confidence, gather, occurrences, times
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides

USES = ("reference", "state_read", "call", "import")


def severed_constants(sides: Sides) -> Iterable[Break]:
    """One break for each service and variable of another that it uses and nobody changes."""
    rows = constant_uses(sides, sides.crossing)
    values = _values(sides)
    for (_, target), group in gather(rows, "source_service", "target"):
        yield _constant_break(sides, values, target, group)


def constant_uses(sides: Sides, rows: pd.DataFrame) -> pd.DataFrame:
    """Those of the links that use a variable which nobody changes and which stands for no event or table."""
    held = {state.element for state in sides.graph.states if state.writes}
    rows = rows[rows["kind"].isin(USES)]
    rows = rows[looked_up(rows["target"], sides.kind) == "variable"]
    rows = rows[~rows["target"].isin(held | sides.event_variables | sides.table_variables)]
    at_events = [
        place in sides.event_places for place in zip(rows["file"].tolist(), rows["line"].tolist(), strict=True)
    ]
    return rows[~pd.Series(at_events, index=rows.index, dtype="bool")]


class Values(NamedTuple):
    """What was read of the values of constants: by element, and all of one bare name."""

    of: dict[str, Setting]
    named: dict[str, list[Setting]]


def _values(sides: Sides) -> Values:
    named: dict[str, list[Setting]] = defaultdict(list)
    for one in sorted(sides.graph.settings, key=lambda setting: (setting.file, setting.line)):
        named[one.name.rpartition(".")[2]].append(one)
    return Values({one.element: one for one in sides.graph.settings if one.element}, named)


def _drifted(sides: Sides, values: Values, target: str) -> list[Setting]:
    """Variables of other services that have the same name and another value."""
    own = values.of.get(target)
    if own is None:
        return []
    home = sides.service(target)
    same = values.named[own.name.rpartition(".")[2]]
    return [one for one in same if one.value != own.value and sides.service(one.element) not in ("", home)]


def _constant_break(sides: Sides, values: Values, target: str, group: list[Crossing]) -> Break:
    name, service = sides.name(target), group[0].source_service
    used = [row for row in group if row.kind != "import"] or group
    value = values.of[target].value if target in values.of else ""
    drift = [f"{one.value} in {one.file}:{one.line}" for one in _drifted(sides, values, target)]
    return Break(
        key=f"shared_constant:{service}->{target}",
        kind="shared_constant",
        source=busiest(used),
        target=target,
        source_service=service,
        target_service=group[0].target_service,
        occurrences=occurrences(used),
        remedy=_remedy(name, drift) if _is_constant(name) else _type(name) if _is_type(name) else _own_object(name),
        detail=f"{spoken(service)} uses {name} of {spoken(group[0].target_service)} {times(len(used), 'time')}",
        facts=(*((("value", value),) if value else ()), *(("drift", one) for one in drift)),
        confidence=confidence(used),
    )


def _is_constant(name: str) -> bool:
    """By the convention of PEP 8; other variables of a module are mostly objects that are made once."""
    return name.rpartition(".")[2].isupper()


def _is_type(name: str) -> bool:
    """By the same convention: aliases of types and classes made by a call are written like classes."""
    last = name.rpartition(".")[2]
    return last[:1].isupper() and not last.isupper() and "_" not in last


def _type(name: str) -> Remedy:
    return Remedy(
        kind="copy",
        title="Write the type down in each service",
        reason=f"{name} is written like a type and no code that was read changes it: it only says what shape data has.",
        automation="automatic",
        loss="A later change must reach each copy.",
        steps=("use the class that is generated with the client where there is one", "else copy it"),
    )


def _own_object(name: str) -> Remedy:
    return Remedy(
        kind="own_instance",
        title="Make one in each service",
        reason=f"{name} is made once when its module is loaded; the other service needs one of its own.",
        automation="decision",
        loss="What is registered with it or kept in it is no longer common.",
        steps=("see whether it only holds settings or also collects things", "make it in each service from settings"),
    )


def _remedy(name: str, drift: list[str]) -> Remedy:
    if drift:
        return Remedy(
            kind="copy",
            title="Decide which value is right, then copy it",
            reason=f"{name} has another value elsewhere already ({'; '.join(drift)}): copies drift.",
            automation="decision",
            loss="A later change must reach each copy.",
            steps=("decide whether both mean the same", "one of them becomes configuration of its owner"),
        )
    return Remedy(
        kind="copy",
        title="Copy the constant",
        reason=f"No code that was read changes {name} at run time, so each service can hold its own copy.",
        automation="automatic",
        loss="A later change must reach each copy.",
        steps=("copy it into the service", "compare the copies in continuous integration"),
    )
