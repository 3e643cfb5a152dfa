"""How much a cut cuts through, counted from the graph alone: the figures that the report recomputes while people edit.

Breaks say more (they are explained, weighed and given a remedy), but cost a whole analysis. These counts follow one
rule each, and the report counts by the same rules in the browser.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analyzer.model.cut import Cut
from analyzer.model.graph import Event, Graph

USES = ("call", "reference", "decorate", "import")

RULES = {
    "uses": "pairs of a service and an element of another that it calls, references or imports",
    "inheritance": "pairs of a class and a base of another service",
    "reads": "pairs of a service and a table of another that it reads",
    "writes": "pairs of a service and a table of another that it writes",
    "tasks": "pairs of a service and a background task of another that it sends",
    "relations": "foreign keys and other relations between tables of two services",
    "joins": "pairs of a piece of code and a set of tables of two or more services that it reads in one query",
    "transactions": "transactions whose own statements write tables of two or more services",
    "events": "pairs of an in-process handler and another service that publishes what it handles",
    "instances": "pairs of a service and a function of another that takes or gives instances of a model",
    "checks": "pairs of a service and a table of another by whose rows it decides who may do what",
    "state": "services beside one that rely on the same changing state of a process",
}
"""What is counted, in the order of the report."""


class Touching(NamedTuple):
    """``one`` element and the ``others`` that it needs to have beside it; ``one`` is "" where all are alike."""

    one: str
    others: tuple[str, ...]


def touching(graph: Graph) -> dict[str, tuple[Touching, ...]]:
    """What the counts from ``joins`` on look at, each once and sorted."""
    writes = (
        (one.element, one.line, [step.target for step in one.steps if step.action == "write"])
        for one in graph.transactions
    )
    users = ({element for element, _, _ in (*one.reads, *one.writes)} for one in graph.states if one.writes)
    return {
        "joins": _each((one.element, one.tables) for one in graph.joins),
        "transactions": tuple(Touching("", _several(tables)) for _, _, tables in sorted(writes)),
        "events": _handlers(graph),
        "instances": _each((one.element, (one.function,)) for one in graph.handovers),
        "checks": _each((one.element, (one.table,)) for one in graph.permissions if one.table),
        "state": tuple(Touching("", found) for found in sorted(_several(found) for found in users)),
    }


def _each(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Touching, ...]:
    return tuple(sorted({Touching(one, _several(others)) for one, others in pairs}))


def _several(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(keys)))


def _handlers(graph: Graph) -> tuple[Touching, ...]:
    """Each handler with what publishes its event; an event nobody here publishes comes from its sender."""
    published: dict[str, list[Event]] = defaultdict(list)
    for event in graph.events:
        if event.role == "publish":
            published[event.event].append(event)
    found = []
    for event in graph.events:
        if event.role == "subscribe":
            heard = [one for one in published[event.event] if not event.sender or one.sender in ("", event.sender)]
            senders = [event.sender] if event.sender and not published[event.event] else []
            found.append((event.event, Touching(event.element, _several([*(one.element for one in heard), *senders]))))
    return tuple(touched for _, touched in sorted(set(found)))


def count_crossings(graph: Graph, cut: Cut) -> dict[str, int]:
    """The counts of ``RULES`` for this cut; only elements that a service owns take part."""
    placed = cut.placements.loc[cut.placements["verdict"] == "owned", "service"]
    owned = dict(zip(placed.index.tolist(), placed.tolist(), strict=True))
    links = graph.links
    across = pd.DataFrame(
        {
            "source": links["source"],
            "target": links["target"],
            "kind": links["kind"],
            "from": [owned.get(key, "") for key in links["source"].tolist()],
            "to": [owned.get(key, "") for key in links["target"].tolist()],
        }
    )
    across = across[(across["from"] != "") & (across["to"] != "") & (across["from"] != across["to"])]
    touched = touching(graph)
    return {
        "uses": _pairs(across[across["kind"].isin(USES)], "from"),
        "inheritance": _pairs(across[across["kind"] == "inherit"], "source"),
        "reads": _pairs(across[across["kind"] == "read"], "from"),
        "writes": _pairs(across[across["kind"] == "write"], "from"),
        "tasks": _pairs(across[across["kind"] == "task"], "from"),
        "relations": _relations(graph, owned),
        "joins": _spanning(touched["joins"], owned),
        "transactions": _spanning(touched["transactions"], owned),
        "events": sum(
            len(_services(one.others, owned) - {owned[one.one]}) for one in touched["events"] if one.one in owned
        ),
        "instances": _foreign(touched["instances"], owned),
        "checks": _foreign(touched["checks"], owned),
        "state": sum(max(0, len(_services(one.others, owned)) - 1) for one in touched["state"]),
    }


def _services(keys: tuple[str, ...], owned: dict[str, str]) -> set[str]:
    return {owned[key] for key in keys if owned.get(key)}


def _spanning(found: tuple[Touching, ...], owned: dict[str, str]) -> int:
    return sum(len(_services(one.others, owned)) > 1 for one in found)


def _foreign(found: tuple[Touching, ...], owned: dict[str, str]) -> int:
    ends = {(owned.get(one, ""), other) for one, (other,) in found}
    return sum(bool(service and owned.get(other) and owned[other] != service) for service, other in ends)


def _pairs(rows: pd.DataFrame, end: str) -> int:
    return len(set(zip(rows[end].tolist(), rows["target"].tolist(), strict=True)))


def _relations(graph: Graph, owned: dict[str, str]) -> int:
    fields = {(one.source, one.field, one.target) for one in graph.relations}
    ends = ((owned.get(source, ""), owned.get(target, "")) for source, _, target in fields)
    return sum(1 for source, target in ends if source and target and source != target)
