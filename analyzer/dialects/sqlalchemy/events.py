"""Functions that SQLAlchemy calls when rows of a class are saved, changed or deleted."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import EventFact
from analyzer.model.page import Page
from analyzer.model.syntax import argument, text

LISTENS = ("sqlalchemy.event.listens_for", "sqlalchemy.event.listen")
LABEL = "row event"
FEWEST = 2  # arguments: whose event, and which; ``listen`` also names the handler
SAVES = ("insert", "update", "delete")
TARGET = 2  # position of the row among the parameters of functions that hear of a save


def row_events(page: Page) -> Iterator[EventFact]:
    """``@event.listens_for(Order, "after_insert")`` and ``event.listen(Order, "after_insert", function)``."""
    for decoration in page.decorations_of(["listens_for"]):
        call = decoration.call
        if call is not None and page.dotted(call.func) in LISTENS:
            node = decoration.function.node
            named = node.args.args[TARGET].arg if len(node.args.args) > TARGET else ""
            yield from _row_event(page, call, (decoration.function.scope, page.expression(node), named))
    for spot in page.calls_of(["listen"]):
        if page.dotted(spot.node.func) in LISTENS:
            handler = page.expression(argument(spot.node, 2, "fn"))
            yield from _row_event(page, spot.node, (spot.scope, handler, ""))


def _row_event(page: Page, call: ast.Call, ends: tuple[int, int, str]) -> Iterator[EventFact]:
    scope, handler, row = ends
    whose, which = argument(call, 0), text(argument(call, 1))
    if len(call.args) >= FEWEST and which and handler:
        sender = page.expression(whose.value if isinstance(whose, ast.Attribute) and whose.attr.islower() else whose)
        yield EventFact(
            "subscribe",
            scope,
            call.lineno,
            LABEL,
            name=f"sqlalchemy.event.{which}",
            handler=handler,
            sender=sender,
            instance=row if which.endswith(SAVES) else "",
        )
