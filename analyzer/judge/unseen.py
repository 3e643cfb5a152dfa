"""What the analysis did not see, and the rules of a person that met nothing."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph
from analyzer.model.rules import Rules

KNOWN = ("resolved", "third_party", "builtin")


def resolved_share(graph: Graph) -> float | None:
    """Share of the references whose target is known, inside or outside the codebase; None without references."""
    counts = graph.coverage.groupby("outcome")["count"].sum() if len(graph.coverage) else None
    if counts is None or not counts.sum():
        return None
    return float(counts.reindex(list(KNOWN)).fillna(0).sum() / counts.sum())


def unseen(graph: Graph, cut: Cut, rules: Rules, share: float | None) -> tuple[str, ...]:
    """One sentence for each thing that was not seen."""
    sentences = []
    if share is not None:
        sentences.append(f"{1 - share:.0%} of the references could not be followed.")
    if not (graph.links["kind"] != "import").any():
        sentences.append("No call or reference between modules was resolved.")
    placed = len(cut.placements)
    if placed != len(graph.elements):
        sentences.append(f"Only {placed} of {len(graph.elements)} elements are in the cut.")
    sentences.extend(
        f"{rules.place(rule)}: the pattern {pattern!r} matches nothing."
        for rule, pattern, kind in _patterns(rules)
        if not _met(graph, pattern, kind)
    )
    return tuple(sentences)


def _patterns(rules: Rules) -> Iterator[tuple[str, str, str]]:
    """Every pattern of the rules: its path, itself, and what it is matched against."""
    for service, rule in rules.services.items():
        for kind in ("packages", "modules", "classes", "tables"):
            for pattern in getattr(rule, kind):
                yield f"services.{service}.{kind}.{pattern}", pattern, kind
    for pattern in rules.pins:
        yield f"pins.{pattern}", pattern, "classes" if ":" in pattern else "modules"
    for kind in ("shared", "platform", "ignored"):
        for pattern in getattr(rules, kind):
            yield f"{kind}.{pattern}", pattern, "modules"
    for kind in ("must_link", "cannot_link"):
        for position, names in enumerate(getattr(rules, kind)):
            for name in names:
                yield f"{kind}.{position}", name, "packages"


def _met(graph: Graph, pattern: str, kind: str) -> bool:
    elements = graph.elements
    if kind == "tables":
        return any(fnmatchcase(str(name), pattern) for name in elements.loc[elements["kind"] == "table", "name"])
    if kind == "classes":
        inner = elements[elements["kind"].isin(["class", "function"])]
        dotted = zip(inner["module"].astype(str), inner["name"].astype(str), strict=True)
        return any(fnmatchcase(f"{module}:{name}", pattern) for module, name in dotted)
    names = elements.loc[elements["kind"] == "module", "name"].astype(str)
    below = f"{pattern}.*" if kind == "packages" else pattern
    return any(fnmatchcase(name, pattern) or fnmatchcase(name, below) for name in names)
