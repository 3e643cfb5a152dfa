"""Helpers that several services need: one row a module, since one decision heals all of its breaks."""

from collections import defaultdict

from analyzer.model.breaks import Break
from analyzer.model.study import Study
from analyzer.renderers.migration_document.text import counted, shortened, table

LEAST = 3
"""Breaks from which on a module is listed."""
SHOWN = 6
"""Helpers named in a row."""


def helper_lines(study: Study) -> list[str]:
    """A table of the modules whose helpers would be copied or published as a library, most needed first."""
    by_module: dict[str, list[Break]] = defaultdict(list)
    for one in study.breaks:
        if one.remedy.kind == "shared_library":
            by_module[one.target.partition("::")[0]].append(one)
    many = sorted(
        (name for name, own in by_module.items() if len(own) >= LEAST and len({one.source_service for one in own}) > 1),
        key=lambda name: (-len(by_module[name]), name),
    )
    if not many:
        return []
    said = "Code that runs in any process and that several services need. Each row is one decision: publish it as a "
    said += "library, or give each service a copy."
    rows = [_row(name, by_module[name]) for name in many]
    heads = ("Module", "Helpers", "Needed by", "Breaks", "Places")
    return ["## Helpers to share", "", said, "", *table(heads, rows)]


def _row(module: str, own: list[Break]) -> tuple[object, ...]:
    names = sorted({one.target.rpartition("::")[2] for one in own})
    services = len({one.source_service for one in own})
    places = sum(len(one.occurrences) for one in own)
    return module, shortened(names, SHOWN), counted(services, "service"), len(own), places
