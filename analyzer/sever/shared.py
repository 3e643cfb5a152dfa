"""Code that no service owns: which services run a copy of it, because their code leads there."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from analyzer.model.cut import REMAINDER
from analyzer.model.lookup import looked_up
from analyzer.sever.codebase import Codebase

LEADING = ("call", "decorate", "inherit")
DONE = ("call", "read", "write")
"""What a copy of shared code does to others when it runs; its imports and names go into the library with it."""


def in_each_copy(codebase: Codebase, links: pd.DataFrame, service_of: dict[str, str]) -> pd.DataFrame:
    """The links from code that no service owns, once for each service that runs it, as ``source_service``.

    What no service leads to (an admin site, a middleware, a command) runs in what stays behind.
    """
    rows = links[links["kind"].isin(DONE) & (looked_up(links["target"], service_of) != "")]
    ends = zip(rows["source"].tolist(), rows["target"].tolist(), rows["file"].tolist(), strict=True)
    kept = [_is_own_doing(codebase, service_of, end) for end in ends]
    rows = rows[pd.Series(kept, index=rows.index, dtype="bool")]
    running = _running(codebase, service_of)
    behind = [sorted(running.get(key, {REMAINDER})) for key in rows["source"].tolist()]
    return rows.assign(source_service=pd.Series(behind, index=rows.index, dtype="object")).explode("source_service")


def _is_own_doing(codebase: Codebase, service_of: dict[str, str], end: tuple[str, str, str]) -> bool:
    """Whether code without an owner does it of its own accord; what came as an argument is its caller's doing."""
    source, target, file = end
    free = source not in service_of and codebase.kind.get(source) != "module" and codebase.is_code(source)
    return free and codebase.can_name(file, target)


def _running(codebase: Codebase, service_of: dict[str, str]) -> dict[str, set[str]]:
    """Services by the code without an owner that they lead to, also through other such code."""
    follow: dict[str, list[str]] = defaultdict(list)
    running: dict[str, set[str]] = defaultdict(set)
    waiting: list[tuple[str, str]] = []
    for source, target in _leads(codebase):
        if target in service_of or not codebase.is_code(source):
            continue
        if source in service_of:
            waiting.append((target, service_of[source]))
        else:
            follow[source].append(target)
    while waiting:
        element, service = waiting.pop()
        if service not in running[element]:
            running[element].add(service)
            waiting += [(one, service) for one in follow[element]]
    return dict(running)


def _leads(codebase: Codebase) -> Iterator[tuple[str, str]]:
    """Who makes whom run; a class or function runs what is defined inside it."""
    for kind in LEADING:
        yield from codebase.ends(kind)
    for element, parent in codebase.parent.items():
        if codebase.kind.get(parent) in ("class", "function"):
            yield parent, element
