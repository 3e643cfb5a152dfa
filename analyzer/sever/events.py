"""In-process events that are published in one service and handled in another."""

from collections import defaultdict
from collections.abc import Iterable

from analyzer.model.breaks import Break, Occurrence, Remedy
from analyzer.model.graph import Event
from analyzer.sever.sides import Sides


def severed_events(sides: Sides) -> Iterable[Break]:
    """One break for each handler and event that another service publishes."""
    by_name: dict[str, list[Event]] = defaultdict(list)
    for event in sides.graph.events:
        if sides.is_code(event.element):
            by_name[event.event].append(event)
    for name in sorted(by_name):
        published = sorted((one for one in by_name[name] if one.role == "publish"), key=_place)
        for handler in sorted((one for one in by_name[name] if one.role == "subscribe"), key=_place):
            yield from _handler_breaks(sides, name, handler, published)


def heard(sides: Sides) -> Iterable[tuple[str, str, str, tuple[str, ...]]]:
    """Each handler: its element, its event, its sender ("" for any), and who publishes what it hears."""
    by_name: dict[str, list[Event]] = defaultdict(list)
    for event in sides.graph.events:
        if sides.is_code(event.element):
            by_name[event.event].append(event)
    for name in sorted(by_name):
        published = [one for one in by_name[name] if one.role == "publish"]
        for handler in sorted((one for one in by_name[name] if one.role == "subscribe"), key=_place):
            fitting = {one.element for one in published if not handler.sender or one.sender in ("", handler.sender)}
            senders = {handler.sender} if handler.sender and not published else set()
            yield handler.element, _called(name, published), handler.sender, tuple(sorted(fitting | senders))


def _called(name: str, published: list[Event]) -> str:
    """Nobody here publishes it: then its home is not known."""
    return name if published else name.rpartition(".")[2]


def _place(event: Event) -> tuple[str, str, int]:
    return event.element, event.file, event.line


def _handler_breaks(sides: Sides, name: str, handler: Event, published: list[Event]) -> Iterable[Break]:
    home = sides.service(handler.element)
    by_service: dict[str, list[Event]] = defaultdict(list)
    for one in published:
        if not handler.sender or not one.sender or one.sender == handler.sender:
            by_service[sides.service(one.element)].append(one)
    sender = sides.service(handler.sender)
    if not published and sender:
        by_service[sender] = []
    for service in sorted(by_service):
        if home and service and service != home:
            yield _event_break(sides, name, handler, by_service[service])


def _event_break(sides: Sides, name: str, handler: Event, published: list[Event]) -> Break:
    payload = _payload(handler, published)
    target = published[0].element if published else handler.sender
    places = {_occurrence(sides, one) for one in (handler, *published)}
    sender = f" of {sides.name(handler.sender)}" if handler.sender else ""
    called = _called(name, published)
    return Break(
        key=f"signal:{handler.element}->{called}:{handler.sender or sides.service(target)}",
        kind="signal",
        source=handler.element,
        target=target,
        source_service=sides.service(handler.element),
        target_service=sides.service(target),
        occurrences=tuple(sorted(places)),
        remedy=Remedy(
            kind="event",
            title="Event through a broker",
            reason=f"{sides.name(handler.element)} hears {called}{sender} inside the process today.",
            automation="with_loss",
            loss="The handler runs later and outside the publisher's transaction, and may run twice.",
            steps=(
                "publish the event by an outbox, with its payload as plain data",
                "deliver at least once; make the handler idempotent by the event's identifier",
            ),
        ),
        detail=f"{sides.name(handler.element)} handles {called}{sender}",
        facts=(("event", name), ("payload", ", ".join(payload))),
    )


def _payload(handler: Event, published: list[Event]) -> list[str]:
    """Names of what is sent, with the fields that the handler reads of a row: only these can travel."""
    fields: dict[str, list[str]] = {one: [] for event in (handler, *published) for one in event.payload}
    for use in handler.uses:
        name, _, field = use.partition(".")
        fields.setdefault(name, []).append(field)
    return [f"{name} ({', '.join(fields[name])})" if fields[name] else name for name in sorted(fields)]


def _occurrence(sides: Sides, event: Event) -> Occurrence:
    return sides.place(event.element, event.file, event.line, (event.event, False, event.role))
