"""Checks of who is asking that rely on a user table owned by another service."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from analyzer.model.breaks import Break, Occurrence, Remedy
from analyzer.sever.crossing import times
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides
from analyzer.sever.users import users_of


def severed_authentication(sides: Sides) -> Iterable[Break]:
    """One break for each service that decides by rows of a user table that is elsewhere, also through shared code."""
    users = users_of(sides)
    found: dict[tuple[str, str], dict[Occurrence, str]] = defaultdict(dict)
    for one in sides.graph.permissions:
        owner = sides.service(one.table)
        for use in users.of([(one.element, one.file, one.line)], nearest=True) if owner else ():
            service = sides.service(use.element)
            if service != owner:
                more = (one.table, False, one.what + use.through)
                found[service, one.table][sides.place(use.element, use.file, use.line, more)] = one.what
    for service, table in sorted(found):
        yield _authentication_break(sides, service, table, found[service, table])


def _authentication_break(sides: Sides, service: str, table: str, rows: dict[Occurrence, str]) -> Break:
    name = sides.name(table)
    places = sorted(rows)
    ways = Counter(rows.values())
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
            reason=f"{spoken(service)} asks who is there by rows of {name}, which it will not have; a token that is "
            "signed by the owner carries what the checks need.",
            automation="decision",
            loss="A right that is taken away still holds until the token runs out.",
            steps=(
                "list the rights and flags that the checks use and make them claims",
                "check the token at the border of the service",
                "keep rights that change often at the owner and ask for them",
            ),
        ),
        detail=f"{spoken(service)} decides by {name} in {times(len(places), 'place')}",
        facts=tuple(("check", f"{what} ({count})") for what, count in sorted(ways.items())),
    )
