"""Model instances and querysets that are handed to another service, or given back by one."""

from collections.abc import Iterable

from analyzer.model.breaks import Break, Occurrence, Remedy
from analyzer.model.graph import Handover
from analyzer.sever.crossing import times
from analyzer.sever.families import Families
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides


def severed_instances(sides: Sides) -> Iterable[Break]:
    """One break for each service and function of another that takes or gives an instance."""
    families = Families(sides)
    for service, function in sorted(sides.handed):
        rows = [one for one in sides.handed[service, function] if not families.are_kin(one.element, function)]
        if rows:
            yield _instance_break(sides, service, function, rows)


def _instance_break(sides: Sides, service: str, function: str, rows: list[Handover]) -> Break:
    places = sorted({_occurrence(sides, one) for one in rows})
    names = sorted({sides.name(one.table) for one in rows})
    fields = sorted({field for one in rows for field in one.fields})
    given = sorted({one.parameter for one in rows if one.parameter})
    facts = [("instance of", ", ".join(names)), ("as", ", ".join(given)), ("fields", ", ".join(fields))]
    facts += [("comes back", "yes")] if any(not one.parameter for one in rows) else []
    way = "hands over" if given else "gets back"
    return Break(
        key=f"instance_passed:{service}->{function}",
        kind="instance_passed",
        source=places[0].element,
        target=function,
        source_service=service,
        target_service=sides.service(function),
        occurrences=tuple(places),
        remedy=_remedy(names, fields, rows),
        detail=f"{spoken(service)} {way} {' and '.join(names)} by {sides.name(function)} "
        f"in {times(len(places), 'place')}",
        facts=tuple((name, value) for name, value in facts if value),
    )


def _occurrence(sides: Sides, one: Handover) -> Occurrence:
    return sides.place(one.element, one.file, one.line, (one.function, one.in_loop, one.parameter or "result"))


def _remedy(names: list[str], fields: list[str], rows: list[Handover]) -> Remedy:
    used = f"send {', '.join(fields)}" if fields else "no field of it was seen in use: the identifier may be enough"
    many = any(one.is_collection for one in rows)
    what = "A queryset" if many else "An instance"
    return Remedy(
        kind="identifier_and_transfer_object",
        title="Identifier plus transfer object",
        reason=f"{what} of {' and '.join(names)} carries its database session; only its identifier and fields travel.",
        automation="with_loss",
        loss="Changes to the object on the other side are not saved, and lazy attributes are not loaded.",
        steps=("pass the identifier", used, *(("turn the queryset into pages",) if many else ())),
    )
