"""Circular dependencies between services, and the smallest set of links whose removal opens them."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from analyzer.model.breaks import Break, Occurrence, Remedy
from analyzer.sever.feedback import EXACT_UP_TO, Arcs, circles, feedback_arcs

DEPENDING = ("call", "reference", "instance_passed", "inheritance", "data_access", "join", "foreign_key", "one_to_one")
"""Kinds by which one service cannot work without the other; events and tasks are how circles are opened."""


def severed_circles(found: list[Break]) -> Iterable[Break]:
    """One break for each arc between two services that the smallest feedback arc set takes out."""
    by_pair: dict[tuple[str, str], list[Break]] = defaultdict(list)
    for one in found:
        if one.kind in DEPENDING and one.source_service != one.target_service:
            by_pair[one.source_service, one.target_service].append(one)
    arcs: Arcs = {pair: float(len(breaks)) for pair, breaks in by_pair.items()}
    for circle in circles(arcs):
        for source, target in feedback_arcs(arcs, circle):
            yield _circle_break(circle, by_pair[source, target], len(by_pair.get((target, source), ())))


def _circle_break(circle: tuple[str, ...], breaks: list[Break], back: int) -> Break:
    strongest = min(breaks, key=lambda one: (-len(one.occurrences), one.key))
    source, target = strongest.source_service, strongest.target_service
    exact = len(circle) <= EXACT_UP_TO
    kinds = Counter(one.kind for one in breaks)
    places = sorted({place for one in breaks for place in one.occurrences[:1]})
    return Break(
        key=f"circular_dependency:{source}->{target}",
        kind="circular_dependency",
        source=strongest.source,
        target=strongest.target,
        source_service=source,
        target_service=target,
        occurrences=tuple(Occurrence(one.file, one.line, one.element, one.target) for one in places),
        remedy=Remedy(
            kind="turn_around",
            title=f"Turn {source} → {target} around, or make it an event",
            reason=f"{', '.join(circle)} depend on each other in a circle; {len(breaks)} breaks point this way, "
            f"{back} straight back. "
            + ("The set is the smallest one." if exact else "The set is small, found by a heuristic."),
            automation="decision",
            loss="What was asked for must be announced instead, and arrives later.",
            steps=tuple(f"{count} by {kind}" for kind, count in sorted(kinds.items())),
        ),
        detail=f"{source} → {target} closes a circle of {len(circle)} services",
        facts=(("circle", ", ".join(circle)), ("breaks", str(len(breaks))), ("exact", "yes" if exact else "no")),
    )
