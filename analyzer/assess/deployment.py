"""Whether a service can be deployed by itself: what it still needs of others when it starts."""

from collections.abc import Iterable

from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence
from analyzer.model.cut import Cut

AT_DEPLOY = frozenset(("inheritance", "foreign_key", "one_to_one", "many_to_many", "shared_state", "shared_constant"))
"""Kinds that tie two services when they start or change their schema, not when a request comes."""


def deployable(cut: Cut, breaks: tuple[Break, ...]) -> Iterable[Consequence]:
    """How many breaks bind each service at deploy time."""
    for service in cut.services:
        bound = [one for one in breaks if one.source_service == service.key and one.kind in AT_DEPLOY]
        others = sorted({one.target_service for one in bound})
        said = f"needs {', '.join(others)} to be deployed with it" if bound else "can be deployed by itself"
        yield Consequence(
            service=service.key,
            topic="deployable",
            figure=float(len(bound)),
            unit="breaks at deploy time",
            statement=f"{service.name} {said}.",
            evidence=tuple((one.source, place.file, place.line) for one in bound for place in one.occurrences[:1]),
        )
