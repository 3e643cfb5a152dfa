"""Model instances and querysets that are handed from one service to another."""

from collections.abc import Iterable

from analyzer.model.breaks import Break, Remedy
from analyzer.sever.sides import Crossing, Sides, busiest, confidence, gather, occurrences


def severed_instances(sides: Sides) -> Iterable[Break]:
    """One break for each service and each foreign model whose instances it takes or hands over."""
    rows = sides.crossing[sides.crossing["kind"] == "data"]
    tables = rows["target"].map(sides.table_of_class).fillna(rows["target"])
    rows = rows.assign(table=tables)
    for (service, table), group in gather(rows, "source_service", "table"):
        yield _instance_break(sides, group, service, table)


def _instance_break(sides: Sides, group: list[Crossing], service: str, table: str) -> Break:
    name = sides.name(table)
    count = len(group)
    return Break(
        key=f"instance_passed:{service}->{table}",
        kind="instance_passed",
        source=busiest(group),
        target=table,
        source_service=service,
        target_service=group[0].target_service,
        occurrences=occurrences(group),
        remedy=Remedy(
            kind="identifier_and_transfer_object",
            title="Identifier plus transfer object",
            reason=f"An instance of {name} carries its database session; only its identifier and fields can travel.",
            automation="with_loss",
            loss="Changes to the object on the other side are not saved, and lazy attributes are not loaded.",
            steps=("pass the identifier", "send the fields that the receiver uses as a transfer object"),
        ),
        detail=f"{service} handles instances of {name} in {count} {'place' if count == 1 else 'places'}",
        confidence=confidence(group),
    )
