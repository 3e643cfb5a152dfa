"""Background tasks that one service sends and another runs."""

from collections.abc import Iterable

from analyzer.model.breaks import Break, Remedy
from analyzer.sever.crossing import Crossing, busiest, confidence, gather, occurrences, times
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides


def severed_tasks(sides: Sides) -> Iterable[Break]:
    """One break for each sending service and task of another."""
    rows = sides.crossing[sides.crossing["kind"] == "task"]
    for (service, target), group in gather(rows, "source_service", "target"):
        yield _task_break(sides, group, service, target)


def _task_break(sides: Sides, group: list[Crossing], service: str, target: str) -> Break:
    name = next((one.name for one in sides.graph.tasks if one.element == target), sides.name(target))
    owner = group[0].target_service
    opaque = sorted({one.parameter for one in sides.handed.get((service, target), ()) if one.parameter})
    return Break(
        key=f"task:{service}->{target}",
        kind="task",
        source=busiest(group),
        target=target,
        source_service=service,
        target_service=owner,
        occurrences=occurrences(group),
        remedy=_remedy(name, owner, opaque),
        detail=f"{spoken(service)} sends {name} in {times(len(group), 'place')}",
        facts=(("task", name), *(("not plain data", one) for one in opaque)),
        confidence=confidence(group),
    )


def _remedy(name: str, owner: str, opaque: list[str]) -> Remedy:
    steps = (f"route {name} to a queue of {owner}", "send it by name, with plain data, from the client")
    if opaque:
        return Remedy(
            kind="queue",
            title="Queue of the service that runs it, after its arguments are made plain",
            reason=f"{name} is sent a model instance ({', '.join(opaque)}); the other service cannot load it.",
            automation="with_loss",
            loss="The task sees the fields as they were when it was sent.",
            steps=(f"send identifiers and fields instead of {', '.join(opaque)}", *steps),
        )
    return Remedy(
        kind="queue",
        title="Queue of the service that runs it",
        reason=f"{name} runs apart already; it needs a queue that belongs to {owner} and a message of plain data.",
        automation="automatic",
        steps=steps,
    )
