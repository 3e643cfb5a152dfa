"""Tests that import or patch code of several services."""

from collections import Counter
from collections.abc import Iterable

from analyzer.model.breaks import Break, Remedy
from analyzer.model.lookup import looked_up
from analyzer.sever.crossing import Crossing, gather, occurrences, times
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides


def severed_tests(sides: Sides) -> Iterable[Break]:
    """One break for each test file and each service beside the one it uses most."""
    links = sides.graph.links
    rows = links[looked_up(links["source"], sides.role) == "test"]
    rows = rows.assign(target_service=looked_up(rows["target"], sides.service_of))
    rows = rows[rows["target_service"] != ""].assign(source_service="", in_request=False)
    for (file,), group in gather(rows, "file"):
        counts = Counter(row.target_service for row in group)
        home = min(counts, key=lambda service: (-counts[service], service))
        for service in sorted(set(counts) - {home}):
            yield _test_break(file, home, [row for row in group if row.target_service == service])


def _test_break(file: str, home: str, group: list[Crossing]) -> Break:
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
            reason=f"Most of what the test uses is in {spoken(home)}, and it reaches into {spoken(service)}.",
            automation="with_loss",
            loss="The other service is replaced by its contract.",
            steps=("replace what it uses of the other service by a stub of its contract",),
        ),
        detail=f"{file} uses {spoken(home)} most, and {spoken(service)} in {times(len(group), 'place')}",
    )
