"""Checks of who is asking that rely on a user table owned by another service."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from analyzer.model.breaks import Break, Occurrence, Remedy
from analyzer.model.graph import Permission
from analyzer.sever.crossing import times
from analyzer.sever.sides import Sides


def severed_authentication(sides: Sides) -> Iterable[Break]:
    """One break for each service that decides by rows of a user table that is elsewhere."""
    found: dict[tuple[str, str], list[Permission]] = defaultdict(list)
    for one in sides.graph.permissions:
        service, owner = sides.service(one.element), sides.service(one.table)
        if service and owner and service != owner and sides.is_code(one.element):
            found[service, one.table].append(one)
    for service, table in sorted(found):
        yield _authentication_break(sides, service, table, found[service, table])


def _authentication_break(sides: Sides, service: str, table: str, rows: list[Permission]) -> Break:
    name = sides.name(table)
    places = sorted({_occurrence(sides, one) for one in rows})
    ways = Counter(one.what for one in rows)
    return Break(
        key=f"authentication:{service}->{table}",
        kind="authentication",
        source=places[0].element,
        target=table,
        source_service=service,
        target_service=sides.service(table),
        occurrences=tuple(places),
        remedy=Remedy(
            kind="token_claims",
            title="Claims in a signed token",
            reason=f"{service} asks who is there by rows of {name}, which it will not have; a token that is signed by "
            "the owner carries what the checks need.",
            automation="decision",
            loss="A right that is taken away still holds until the token runs out.",
            steps=(
                "list the rights and flags that the checks use and make them claims",
                "check the token at the border of the service",
                "keep rights that change often at the owner and ask for them",
            ),
        ),
        detail=f"{service} decides by {name} in {times(len(places), 'place')}",
        facts=tuple(("check", f"{what} ({count})") for what, count in sorted(ways.items())),
    )


def _occurrence(sides: Sides, one: Permission) -> Occurrence:
    return sides.place(one.element, one.file, one.line, (one.table, False, one.what))
