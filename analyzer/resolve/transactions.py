"""Transactions with what happens inside them, step by step, from the links that lie within their lines."""

from collections.abc import Iterable
from typing import Literal

from analyzer.model.expression import IN_EXCEPT, Call, Defined
from analyzer.model.framework import TaskSend
from analyzer.model.graph import Transaction, TransactionStep
from analyzer.model.resolution import ResolvedLink
from analyzer.model.storage import TransactionFact
from analyzer.resolve.keys import key_of
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit

Action = Literal["read", "write", "call", "publish", "task"]
ACTIONS: tuple[Action, ...] = ("read", "write", "call", "publish", "task")


def transactions_of(program: Program, links: Iterable[ResolvedLink]) -> tuple[Transaction, ...]:
    """Every transaction, sorted by file and line."""
    elements = {
        key_of(unit, fact.scope)
        for unit in program.units
        for fact in unit.facts.facts
        if isinstance(fact, TransactionFact)
    }
    inside: dict[str, list[ResolvedLink]] = {}
    for link in links:
        if link.source in elements and link.kind in ACTIONS:
            inside.setdefault(link.source, []).append(link)
    found: dict[Transaction, None] = {}
    for unit in program.units:
        excepts: set[int] | None = None
        later = _later_lines(unit)
        for fact in unit.facts.facts:
            if isinstance(fact, TransactionFact):
                excepts = _except_lines(unit) if excepts is None else excepts
                own = [link for link in inside.get(key_of(unit, fact.scope), []) if not _is_later(link, later)]
                found[_transaction(unit, fact, own, excepts)] = None
    return tuple(sorted(found, key=lambda one: (one.file, one.line, one.end_line, one.element, one.how)))


def _transaction(unit: Unit, fact: TransactionFact, links: list[ResolvedLink], excepts: set[int]) -> Transaction:
    """The steps between its lines, and those of except blocks behind it: they undo what was committed."""
    steps = {
        (link.line, link.kind, link.target): TransactionStep(action, link.target, link.line, link.line in excepts)
        for link in links
        for action in ACTIONS
        if action == link.kind and link.file == unit.key and fact.line <= link.line
        if link.line <= fact.end_line or link.line in excepts
    }
    ordered = tuple(steps[key] for key in sorted(steps))
    return Transaction(key_of(unit, fact.scope), fact.how, unit.key, fact.line, fact.end_line, ordered)


def _is_later(link: ResolvedLink, later: set[int]) -> bool:
    return link.line in later and link.kind != "task"


def _later_lines(unit: Unit) -> set[int]:
    """Lines of lambdas that are handed over to be called at another time, so outside the transaction around."""
    found: set[int] = set()
    for fact in unit.facts.facts:
        target = unit.table[fact.target] if isinstance(fact, TaskSend) else None
        scope = unit.facts.scopes[target.scope] if isinstance(target, Defined) else None
        if scope is not None and scope.kind == "lambda":
            found.update(range(scope.line, scope.end_line + 1))
    return found


def _except_lines(unit: Unit) -> set[int]:
    return {each.line for each in unit.table if isinstance(each, Call) and each.flags & IN_EXCEPT}
