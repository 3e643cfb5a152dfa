"""Tests that import or patch code of several services."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from analyzer.model.breaks import Break, Remedy
from analyzer.model.lookup import looked_up
from analyzer.sever.codebase import Codebase
from analyzer.sever.crossing import Crossing, gather, occurrences, times
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides


def severed_tests(sides: Sides) -> Iterable[Break]:
    """One break for each test file and each service that it uses beside its own."""
    near = beside(sides)
    rows = uses_by_tests(sides)
    rows = rows.assign(target_service=looked_up(rows["target"], sides.service_of))
    rows = rows[rows["target_service"] != ""].assign(source_service="", in_request=False)
    for (file,), group in gather(rows, "file"):
        counts = Counter(row.target_service for row in group)
        around = Counter(sides.service(module) for module in near.get(file, ()))
        own = next((one for one, count in around.items() if one in counts and 2 * count > around.total()), "")
        home = own or min(counts, key=lambda service: (-counts[service], service))
        for service in sorted(set(counts) - {home}):
            used = [row for row in group if row.target_service == service]
            yield _test_break(file, home, used, _why(spoken(home), lies_there=bool(own)))


def beside(codebase: Codebase) -> dict[str, tuple[str, ...]]:
    """The modules that each test file is about: by where it lies, else by its name (``test_orders.py``)."""
    parts = {key: key.removesuffix(".py").split("/") for key, kind in codebase.kind.items() if kind == "module"}
    folders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    named: dict[str, list[str]] = defaultdict(list)
    for key in sorted(parts):
        if codebase.is_code(key):
            steps = parts[key]
            for depth in range(1, len(steps)):
                folders[tuple(steps[:depth])].append(key)
            for step in dict.fromkeys(steps):
                named[step].append(key)
    whole = sum(codebase.is_code(key) for key in parts)
    return {key: _about(steps, (folders, named), whole) for key, steps in parts.items() if codebase.role[key] == "test"}


Modules = tuple[dict[tuple[str, ...], list[str]], dict[str, list[str]]]
"""Modules of code by the folders around them, and by each step of their path."""


def _about(steps: list[str], modules: Modules, whole: int) -> tuple[str, ...]:
    folders, named = modules
    around = next((found for depth in range(len(steps) - 1, 0, -1) if (found := folders.get(tuple(steps[:depth])))), [])
    if around and 2 * len(around) <= whole:  # a folder around most of the code says nothing
        return tuple(around)
    words = steps[-1].split("_")
    subject = [word for word in words if word not in ("test", "tests")]
    return tuple(named.get("_".join(subject), ())) if len(subject) < len(words) else ()


def uses_by_tests(sides: Sides) -> pd.DataFrame:
    """The links that start in tests."""
    links = sides.graph.links
    return links[looked_up(links["source"], sides.role) == "test"]


def _why(home: str, *, lies_there: bool) -> str:
    return f"By its place or its name the test is one of {home}" if lies_there else f"The test uses {home} most"


def _test_break(file: str, home: str, group: list[Crossing], why: str) -> Break:
    service = group[0].target_service
    return Break(
        key=f"test:{file}->{service}",
        kind="test",
        source=file,
        target=min(row.target for row in group),
        source_service=home,
        target_service=service,
        occurrences=occurrences(group),
        remedy=Remedy(
            kind="contract_test",
            title="Contract test, or a test of the whole",
            reason=f"{why}, and it reaches into {spoken(service)}.",
            automation="with_loss",
            loss="The other service is replaced by its contract.",
            steps=("replace what it uses of the other service by a stub of its contract",),
        ),
        detail=f"{file}, counted for {spoken(home)}, uses {spoken(service)} in {times(len(group), 'place')}",
    )
