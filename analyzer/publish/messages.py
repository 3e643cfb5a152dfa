"""Events and tasks that cross services, to messages of the publisher's and the subscriber's contracts."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from analyzer.model.breaks import Break
from analyzer.model.contract import Field, Message, Schema
from analyzer.model.graph import Event, Parameter
from analyzer.notation.names import kebab, pascal, snake
from analyzer.publish.codebase import Codebase
from analyzer.publish.draft import Draft
from analyzer.publish.handing import key_field
from analyzer.publish.json_types import Fragment
from analyzer.publish.passed import from_passed, handed_table, learned_type
from analyzer.publish.schemas import identifier

_ENVELOPE = frozenset({"sender", "signal", "self", "cls", "kwargs", "args"})  # how it is delivered, not what is said


class Talk(NamedTuple):
    """What is said between elements, whoever owns them; gathered once for all services."""

    of_target: Mapping[str, set[str]]  # element or event to the keys of the breaks it is in
    ends: tuple[tuple[str, list[Event]], ...]  # events by name
    senders: Mapping[str, set[str]]  # task to the services that send it


def gather(codebase: Codebase, breaks: Iterable[Break]) -> Talk:
    """The ends of every event, the senders of every task, and the breaks that these are part of."""
    of_target: dict[str, set[str]] = defaultdict(set)
    for broken in breaks:
        if broken.kind in {"signal", "task"}:
            for key in (broken.source, broken.target, *(place.target for place in broken.occurrences)):
                of_target[key].add(broken.key)
    ends: dict[str, list[Event]] = defaultdict(list)
    for event in codebase.graph.events:
        ends[event.event].append(event)
    links = codebase.graph.links[codebase.graph.links["kind"] == "task"]
    senders: dict[str, set[str]] = defaultdict(set)
    for source, target in zip(links["source"].tolist(), links["target"].tolist(), strict=True):
        senders[str(target)].add(codebase.service_of.get(str(source), ""))
    return Talk(of_target, tuple(sorted(ends.items())), senders)


def publish_messages(draft: Draft, talk: Talk) -> None:
    """The events that this service publishes to, or receives from, code of other services; and tasks likewise."""
    _events(draft, talk)
    _tasks(draft, talk)


def _events(draft: Draft, talk: Talk) -> None:
    for name, found in talk.ends:
        services = {role: {_service(draft, e) for e in found if e.role == role} for role in ("publish", "subscribe")}
        publishers, subscribers = services["publish"], services["subscribe"]
        if draft.service in publishers and subscribers - {draft.service, ""}:
            _add(draft, name, "publish", found, talk.of_target)
        if draft.service in subscribers and publishers - {draft.service, ""}:
            _add(draft, name, "subscribe", found, talk.of_target)


def _service(draft: Draft, event: Event) -> str:
    return draft.codebase.service_of.get(event.element, "")


def _add(draft: Draft, event: str, role: str, ends: list[Event], of_target: Mapping[str, set[str]]) -> None:
    said = event.rsplit("::", 1)[-1].rsplit(".", 1)[-1]
    others = {_service(draft, e) for e in ends if e.role != role} - {draft.service, ""}
    payload = sorted({name for e in ends for name in e.payload} - _ENVELOPE)
    fields = tuple(_payload(draft, event, name, ends) for name in payload)
    schema, _ = draft.claim(f"event {event}", f"{said}_event")
    draft.add_schema(Schema(schema, event, fields, flavour="event"))
    publisher = draft.service if role == "publish" else min(others)
    keys = {key for e in ends for key in of_target.get(e.element, ())} | of_target.get(event, set())
    draft.add_message(
        Message(
            name=pascal(said),
            role=role,
            schema=schema,
            breaks=tuple(sorted(keys)),
            type=f"{kebab(publisher)}.{kebab(said)}.v1",
            element=event,
            peers=tuple(sorted(others)),
            description=f"{pascal(said)} happened.",
        )
    )


def _payload(draft: Draft, event: str, name: str, ends: list[Event]) -> Field:
    """One field of an event; all places that publish it must send the same type."""
    sent = {
        said
        for end in ends
        if end.role == "publish"
        for said in [dict(zip(end.payload, end.payload_types, strict=False)).get(name, "")]
    }
    passed = tuple(sorted({kind for said in sent for kind in said.split("|")})) if "" not in sent else ()
    row = _row(draft, event, Parameter(name, "keyword_only", passed=passed))
    if row:
        return row
    found: Fragment | None = from_passed(draft, passed)
    if found is None:
        draft.owe(f"The type of {name} in the event {event} is not known.")
    origin = "unknown" if found is None else "call_sites"
    return Field(snake(name), json.dumps(found or {}), required=True, origin=origin)


def _row(draft: Draft, element: str, parameter: Parameter) -> Field | None:
    """The identifier of the row whose object the code hands over."""
    table = handed_table(draft, element, parameter)
    column = identifier(table) if table else None
    return key_field(draft, parameter, column, f"{snake(parameter.name)}_id") if column else None


def _tasks(draft: Draft, talk: Talk) -> None:
    for task in sorted(draft.codebase.graph.tasks, key=lambda t: t.element):
        owner = draft.codebase.service_of.get(task.element, "")
        asking = talk.senders.get(task.element, set()) - {owner, ""}
        if owner and ((owner == draft.service and asking) or draft.service in asking):
            _task(draft, task.element, owner, asking, talk.of_target)


def _task(draft: Draft, element: str, owner: str, asking: set[str], of_target: Mapping[str, set[str]]) -> None:
    said = draft.codebase.elements[element].name.rsplit(".", 1)[-1] if element in draft.codebase.elements else element
    signature = draft.codebase.signatures.get(element)
    parameters = signature.parameters if signature else ()
    fields = tuple(_parameter(draft, element, p) for p in parameters if p.name not in _ENVELOPE)
    schema, _ = draft.claim(f"task {element}", f"{said}_task")
    draft.add_schema(Schema(schema, element, fields, flavour="event"))
    is_owner = owner == draft.service
    draft.add_message(
        Message(
            name=pascal(said),
            role="subscribe" if is_owner else "publish",
            schema=schema,
            breaks=tuple(sorted(of_target.get(element, ()))),
            type=f"{kebab(owner)}.{kebab(said)}.requested.v1",
            element=element,
            peers=tuple(sorted(asking)) if is_owner else (owner,),
            kind="task",
            description=f"{pascal(said)} is asked for.",
        )
    )


def _parameter(draft: Draft, element: str, parameter: Parameter) -> Field:
    row = _row(draft, element, parameter)
    if row:
        return row
    typed = learned_type(draft, element, parameter)
    if typed.origin == "unknown":
        draft.owe(f"The type of parameter {parameter.name} of the task {element} is not known.")
    return Field(snake(parameter.name), json.dumps(typed.schema), required=not parameter.default, origin=typed.origin)
