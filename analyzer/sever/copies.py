"""Constants of one name that several services write down for themselves: equal today, or drifted apart already."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analyzer.model.breaks import Break, Remedy
from analyzer.model.cut import REMAINDER
from analyzer.model.flows import link_rows
from analyzer.model.graph import Setting
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides

MOST = 4
"""Places that write one name down; with more of them it is a convention (every module has its own DEFAULT_LIMIT)."""
LIKELY = 0.5
"""Equal names are a sign that both mean the same, no proof."""
MASKED = "***"


class Copy(NamedTuple):
    """One place that writes a constant down, the service it counts for, and how often that is used."""

    written: Setting
    service: str
    is_shared: bool
    uses: int


def severed_copies(sides: Sides) -> Iterable[Break]:
    """One break for each copy beside the first one, when the two are in different services."""
    copies = Copies(sides)
    for name in sorted(copies.by_name):
        found = copies.by_name[name]
        if 1 < len(found) <= MOST:
            first = min(found, key=lambda one: (not one.is_shared, -one.uses, one.written.file, one.written.line))
            for one in found:
                if one.service != first.service:
                    yield _copy_break(sides, one, first)


@dataclass(frozen=True, eq=False)
class Copies:
    """Constants and settings with the services that use them."""

    sides: Sides

    @cached_property
    def by_name(self) -> dict[str, list[Copy]]:
        """All that are written down in code, by name."""
        found: dict[str, list[Copy]] = defaultdict(list)
        for one in sorted({*self.sides.graph.constants, *self.sides.graph.settings}, key=_place):
            if MASKED not in one.value and self.sides.is_code(one.file) and "_" in one.name.strip("_"):
                found[one.name.rpartition(".")[2]].append(self._copy(one))
        return found

    def _copy(self, one: Setting) -> Copy:
        home = self.sides.service(one.element) or self.sides.service(one.file)
        users = self.users[one.element]
        most = min(users, key=lambda service: (-users[service], service), default=REMAINDER)
        return Copy(one, home or most, not home, users.total())

    @cached_property
    def users(self) -> dict[str, Counter[str]]:
        """Uses of each variable by service."""
        wanted = {one.element for one in (*self.sides.graph.constants, *self.sides.graph.settings)}
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for source, target in link_rows(self.sides.graph, ["reference", "state_read"]):
            if target in wanted and (service := self.sides.service_of.get(source)):
                found[target][service] += 1
        return found


def _place(one: Setting) -> tuple[str, int, str]:
    return one.file, one.line, one.name


def _same(first: str, second: str) -> bool:
    return first.replace('"', "'") == second.replace('"', "'")


def _copy_break(sides: Sides, one: Copy, first: Copy) -> Break:
    source, target = (_element(sides, copy.written) for copy in (one, first))
    name, value, other = one.written.name, one.written.value, first.written.value
    there = f"{first.written.file}:{first.written.line}"
    same = _same(value, other)
    places = [
        sides.place(_element(sides, copy.written), copy.written.file, copy.written.line, (target, False, "copy"))
        for copy in (one, first)
    ]
    return Break(
        key=f"shared_constant:{one.service}->{first.written.element}={one.written.element}",
        kind="shared_constant",
        source=source,
        target=target,
        source_service=one.service,
        target_service=first.service,
        occurrences=tuple(sorted(places)),
        remedy=_kept(name, there) if same else _drifted(name, (value, other), there),
        detail=f"{spoken(one.service)} has a copy of {name} of its own, {'equal to' if same else 'other than'} {there}",
        facts=(("value", value), ("same value" if same else "drift", f"{other} in {there}")),
        confidence=LIKELY,
    )


def _element(sides: Sides, one: Setting) -> str:
    return one.element if one.element in sides.kind else one.file


def _kept(name: str, there: str) -> Remedy:
    return Remedy(
        kind="copy",
        title="Keep the copy, and watch that it does not drift",
        reason=f"{name} is written down here and in {there} with the same value; nothing keeps the two in step.",
        automation="automatic",
        loss="A later change must reach each copy.",
        steps=("see whether both mean the same", "compare the copies in continuous integration"),
    )


def _drifted(name: str, values: tuple[str, str], there: str) -> Remedy:
    return Remedy(
        kind="copy",
        title="Decide which value is right",
        reason=f"{name} is {values[0]} here and {values[1]} in {there}: if both mean the same, one of them is wrong.",
        automation="decision",
        loss="A later change must reach each copy.",
        steps=("decide whether both mean the same", "make it a setting of the service that decides by it"),
    )
