"""What a transaction does in order: its own steps, and those reached through the calls and handlers it runs."""

from typing import NamedTuple

from msgspec.structs import astuple

from analyzer.model.graph import Transaction
from analyzer.sever.happenings import Happening, Happenings

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

    what: Happening
    in_except: bool
    depth: int
    through: str


def follow_transaction(happenings: Happenings, span: Transaction) -> list[SagaStep]:
    """The steps of one transaction, depth first, in source order; each function is entered once."""
    steps: list[SagaStep] = []
    entered = {span.element}
    waiting = [
        Ahead(Happening(action, target, happenings.how(span.element, line, target)), in_except, 0, "")
        for action, target, line, in_except in map(astuple, reversed(span.steps))
        if (span.element, line, target) not in happenings.sides.uncertain
    ]
    while waiting:
        here = waiting.pop()
        steps += _steps(happenings, here)
        inside = [] if here.depth >= DEPTH else _inside(happenings, here, entered)
        waiting += reversed(inside)
    return [step for step in steps if step.service]


def _inside(happenings: Happenings, here: Ahead, entered: set[str]) -> list[Ahead]:
    """What runs because of one step: the body of the function called, the handlers of the event or of the save."""
    functions = [here.what.target] if here.what.action == "call" else happenings.handlers(here.what)
    found = []
    for function in functions:
        if function not in entered:
            entered.add(function)
            found += [Ahead(one, here.in_except, here.depth + 1, function) for one in happenings.inside(function)]
    return found


def _steps(happenings: Happenings, here: Ahead) -> list[SagaStep]:
    """The step itself, and for a row of an inheriting table the rows of the tables above it."""
    action, target, _ = here.what
    if action == "call":
        return []
    sides = happenings.sides
    through = f" (in {sides.name(here.through)})" if here.through else ""
    tables = [target, *(happenings.parents(target) if action == "write" else ())]
    return [
        SagaStep(action, table, sides.service(table), f"{WORDS[action]} {sides.name(table)}{through}", here.in_except)
        for table in tables
    ]
