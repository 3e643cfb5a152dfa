"""What a transaction does in order: its own steps, and those reached through the calls it makes."""

from typing import NamedTuple

from analyzer.model.graph import Transaction
from analyzer.sever.sides import Sides

DEPTH = 4
"""How many calls deep the steps are followed. Beyond that the order of the steps is hard to defend, and hubs
(save hooks, logging) begin to tie everything to everything; sample sagas were complete at three."""


class SagaStep(NamedTuple):
    """One step: ``said`` is for people; ``compensates`` when it stands in an except block."""

    action: str
    table: str
    service: str
    said: str
    compensates: bool


def follow_transaction(sides: Sides, span: Transaction) -> list[SagaStep]:
    """The steps of one transaction, depth first, in source order; each function is entered once."""
    steps: list[SagaStep] = []
    entered = {span.element}
    waiting: list[tuple[str, str, bool, int]] = [
        (one.action, one.target, one.in_except, 0) for one in reversed(span.steps)
    ]
    while waiting:
        action, target, in_except, depth = waiting.pop()
        if action != "call":
            steps.append(_step(sides, action, target, in_except=in_except))
        elif target not in entered and depth < DEPTH:
            entered.add(target)
            waiting += [(a, t, in_except, depth + 1) for a, t in reversed(sides.actions(target))]
    return [step for step in steps if step.service]


def _step(sides: Sides, action: str, target: str, *, in_except: bool) -> SagaStep:
    words = {"write": "write", "read": "read", "publish": "publish", "task": "send"}
    said = f"{words[action]} {sides.name(target)}"
    return SagaStep(action, target, sides.service(target), said, in_except)
