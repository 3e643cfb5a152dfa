"""Database transactions: ``atomic`` as decorator and block, work put off until after the commit."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, TaskSend
from analyzer.model.page import Page
from analyzer.model.storage import TransactionFact
from analyzer.model.syntax import argument, called_name

ATOMIC = ("atomic", "commit_on_success", "commit_manually")


def transactions(page: Page) -> Iterator[FrameworkFact]:
    """The spans of code in one transaction, and what is sent when it commits."""
    for decoration in page.decorations_of([name for name in page.decorated if name.startswith(ATOMIC)]):
        node = decoration.function.node
        yield TransactionFact(page.body(node), "atomic", node.body[0].lineno, node.end_lineno or node.lineno)
    for block in page.withs:
        for item in block.node.items:
            if _is_atomic(item.context_expr):
                yield TransactionFact(block.scope, "atomic", block.node.lineno, block.node.end_lineno or 0)
    for call in page.calls_of(("on_commit",)):
        if call.node.args:
            target = page.expression(argument(call.node, 0))
            yield TaskSend(call.scope, "on_commit", call.node.lineno, target=target, in_loop=call.in_loop)


def _is_atomic(node: ast.expr) -> bool:
    """``transaction.atomic``, ``atomic(using=...)``, and helpers named after it (``atomic_if_using_transaction``)."""
    return called_name(node).startswith(ATOMIC)
