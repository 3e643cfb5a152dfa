"""In-process events: buses that publish by class or by name."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import EventFact, FrameworkFact
from analyzer.model.page import Dialect, Example, Page, Spot
from analyzer.model.syntax import argument, last_name, receiver, text

SUBSCRIBES = frozenset({"on", "subscribe", "add_listener", "once", "listen", "async_listen", "listens_for"})
PUBLISHES = frozenset({"emit", "publish", "fire", "async_fire", "dispatch_event", "trigger"})
CALLS = SUBSCRIBES | PUBLISHES
BUSES = ("bus", "event", "emitter", "signal", "hub", "dispatcher", "broker", "hooks", "pubsub")
"""Words in the name of an object whose publish and subscribe methods are taken for an event bus."""

ROWS = "sqlalchemy."
"""What listens to rows and connections there is told by the dialect of that library."""


def read(page: Page) -> Iterator[FrameworkFact]:
    """Events of a bus by literal name or by class; buses whose code is at hand are known better from that."""
    for decoration in page.decorations_of(SUBSCRIBES):
        function, call, source = decoration.function, decoration.call, decoration.source
        if call is not None and isinstance(source, ast.Attribute) and _is_bus(page, source.value):
            spot = Spot(call, function.scope, in_loop=False, in_except=False, withs=())
            yield from _by_name(page, "subscribe", spot, page.expression(function.node))
    for spot in page.calls_of(CALLS):
        holder, name = receiver(spot.node), last_name(spot.node.func)
        if holder is None or not _is_bus(page, holder):
            continue
        if name in PUBLISHES:
            yield from _by_name(page, "publish", spot, 0)
        elif len(spot.node.args) > 1:
            yield from _by_name(page, "subscribe", spot, page.expression(argument(spot.node, 1)))


def _by_name(page: Page, role: str, spot: Spot[ast.Call], handler: int) -> Iterator[FrameworkFact]:
    """An event known by a literal name or by the class of what is handed over."""
    given = argument(spot.node, 0)
    what = given.func if isinstance(given, ast.Call) else given
    name = text(given)
    if not name and not _is_kind(what):
        return
    yield EventFact(
        "publish" if role == "publish" else "subscribe",
        spot.scope,
        spot.node.lineno,
        "event bus",
        event=0 if name else page.expression(what),
        name=name or last_name(what),
        handler=handler,
        payload=tuple(item.arg for item in spot.node.keywords if item.arg),
        in_loop=spot.in_loop,
    )


def _is_kind(node: ast.AST | None) -> bool:
    """A class or constant, by how it is written; a variable may be any event."""
    return isinstance(node, ast.Name | ast.Attribute) and last_name(node)[:1].isupper()


def _is_bus(page: Page, node: ast.expr) -> bool:
    if page.dotted(node).startswith(ROWS):
        return False
    name = last_name(node.func if isinstance(node, ast.Call) else node).lower()
    return any(word in name for word in BUSES)


EXAMPLES = (
    Example(
        "Buses that publish by class or by name",
        """\
import sqlite3

def close(bus, account):
    bus.publish(AccountClosed(account.id))
    bus.subscribe(AccountClosed, archive)
    bus.subscribe(kind, archive)
    event_emitter.emit("closed", account=account)

@events.on("closed")
def bill(account): ...

logger.emit("closed")
sqlite3.connect(path)
""",
        (
            "event role='subscribe' scope=module line=9 name='closed' handler=bill",
            "event role='publish' scope=close line=4 event=AccountClosed name='AccountClosed'",
            "event role='subscribe' scope=close line=5 event=AccountClosed name='AccountClosed' handler=archive",
            "event role='publish' scope=close line=7 name='closed' payload=account",
        ),
        "bank.accounts",
    ),
)

BUSES_BY_NAME = Dialect("buses", (), read, EXAMPLES)
