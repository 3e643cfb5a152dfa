"""Transactions that write tables of several services, as sagas: the steps in order and how to undo each."""

from collections.abc import Iterable

from analyzer.model.breaks import Break, Remedy
from analyzer.model.graph import Transaction
from analyzer.sever.happenings import Happenings
from analyzer.sever.saga import SagaStep, follow_transaction
from analyzer.sever.sides import Sides

OUTBOX = (
    "write an undo for each write that has none",
    "write the event of each step in the same local transaction as the step itself (outbox)",
)


def severed_transactions(sides: Sides) -> Iterable[Break]:
    """One break for each piece of code whose transactions write tables of two services or more."""
    happenings = Happenings(sides)
    by_element: dict[str, list[Transaction]] = {}
    for one in sides.graph.transactions:
        if sides.is_code(one.element):
            by_element.setdefault(one.element, []).append(one)
    for element in sorted(by_element):
        spans = sorted(by_element[element], key=lambda one: (one.file, one.line))
        steps = [step for span in spans for step in follow_transaction(happenings, span)]
        services = _writers(steps)
        if len(services) > 1:
            yield _transaction_break(sides, spans, steps, services)


def _writers(steps: list[SagaStep]) -> list[str]:
    """Services in the order of their first write."""
    return list(dict.fromkeys(step.service for step in steps if step.action == "write" and not step.compensates))


def _transaction_break(sides: Sides, spans: list[Transaction], steps: list[SagaStep], services: list[str]) -> Break:
    element = spans[0].element
    home = sides.service(element) or services[0]
    others = [service for service in services if service != home]
    writes = [step for step in steps if step.action == "write" and not step.compensates]
    undoing = [step for step in steps if step.compensates and step.action == "write"]
    undone = {step.table for step in undoing}
    missing = list(dict.fromkeys(sides.name(step.table) for step in writes if step.table not in undone))
    first = next(step for step in writes if step.service == others[0])
    ordered = list(dict.fromkeys(f"{step.service}: {step.said}" for step in steps if not step.compensates))
    facts = [("services", ", ".join(sorted({*services, home}))), *(("step", one) for one in ordered)]
    facts += [("compensation found", one) for one in dict.fromkeys(f"{step.service}: {step.said}" for step in undoing)]
    facts += [("compensation missing", name) for name in missing]
    return Break(
        key=f"transaction:{element}",
        kind="transaction",
        source=element,
        target=first.table,
        source_service=home,
        target_service=others[0],
        occurrences=tuple(sorted(sides.place(element, one.file, one.line, ("", False, one.how)) for one in spans)),
        remedy=_remedy(sides.name(element), services, missing, ordered),
        detail=f"{sides.name(element)} writes tables of {', '.join(services)} in one transaction",
        facts=tuple(facts),
    )


def _remedy(name: str, services: list[str], missing: list[str], ordered: list[str]) -> Remedy:
    undo = (
        f"Nothing undoes the writes of {', '.join(missing)} yet."
        if missing
        else "Each write has something that undoes it."
    )
    return Remedy(
        kind="saga",
        title="Saga with compensations",
        reason=f"{name} relies on one database to keep {len(services)} services in step. {undo}",
        automation="decision",
        loss="For a while other requests can see some of the steps done and others not.",
        steps=(*ordered, *OUTBOX),
    )
