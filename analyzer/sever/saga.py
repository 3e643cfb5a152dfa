"""What a transaction does in order: its own steps, and those reached through the calls and handlers it runs."""

from typing import NamedTuple

from analyzer.model.graph import Transaction
from analyzer.sever.sides import Sides

DEPTH = 4
"""How many calls deep the steps are followed. Beyond that the order of the steps is hard to defend, and hubs
(save hooks, logging) begin to tie everything to everything."""
WORDS = {"write": "write", "read": "read", "publish": "publish", "task": "send"}


class SagaStep(NamedTuple):
    """One step: ``said`` is for people; ``compensates`` when it stands in an except block."""

    action: str
    table: str
    service: str
    said: str
    compensates: bool


class Ahead(NamedTuple):
    """Something still to be followed: ``through`` names the function or handler it was found in."""

    action: str
    target: str
    in_except: bool
    depth: int
    through: str


def follow_transaction(sides: Sides, span: Transaction) -> list[SagaStep]:
    """The steps of one transaction, depth first, in source order; each function is entered once."""
    steps: list[SagaStep] = []
    entered = {span.element}
    waiting = [Ahead(one.action, one.target, one.in_except, 0, "") for one in reversed(span.steps)]
    while waiting:
        here = waiting.pop()
        if here.action != "call":
            steps.append(_step(sides, here))
        inside = [] if here.depth >= DEPTH else _inside(sides, here, entered)
        waiting += reversed(inside)
    return [step for step in steps if step.service]


def _inside(sides: Sides, here: Ahead, entered: set[str]) -> list[Ahead]:
    """What runs because of one step: the body of the function called, the handlers of the event or of the save."""
    functions = [here.target] if here.action == "call" else sides.handlers(here.action, here.target)
    found = []
    for function in functions:
        if function not in entered:
            entered.add(function)
            found += [
                Ahead(action, target, here.in_except, here.depth + 1, function)
                for action, target in sides.actions(function)
            ]
    return found


def _step(sides: Sides, here: Ahead) -> SagaStep:
    through = f" (in {sides.name(here.through)})" if here.through else ""
    said = f"{WORDS[here.action]} {sides.name(here.target)}{through}"
    return SagaStep(here.action, here.target, sides.service(here.target), said, here.in_except)
