"""In-process events: Django, Celery and blinker signals, declared, connected and sent."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import EventFact, FrameworkFact
from analyzer.model.page import Decoration, Dialect, Example, Page, Spot
from analyzer.model.syntax import argument, items, keyword, last_name, receiver, targets, text

LABEL = "signal"
DOUBTFUL = "sent"  # by a method that sockets and mail have, too: an event only when a declared signal is meant
SENDS = frozenset({"send", "send_robust", "asend", "asend_robust", "send_async", "send_through"})
DECLARES = ("Signal", "signal")
CALLS = SENDS | {"connect"}
DECORATORS = frozenset({"receiver", "connect", "connect_via"})


def read(page: Page) -> Iterator[FrameworkFact]:
    """Signals declared, handlers connected with and without decorators, events sent with their payload."""
    if any(name.endswith(DECLARES) for name in page.called):
        for spot in page.assignments:
            if isinstance(spot.node.value, ast.Call):
                yield from _declared(page, spot)
    for decoration in page.decorations_of(DECORATORS):
        yield from _decorated(page, decoration)
    for call in page.calls_of(CALLS):
        yield from _called(page, call)


def _declared(page: Page, spot: Spot[ast.Assign | ast.AnnAssign | ast.AugAssign]) -> Iterator[FrameworkFact]:
    """``order_placed = Signal()``, ``order_placed = namespace.signal("order-placed")``."""
    call = spot.node.value
    name = last_name(targets(spot.node)[0])
    if (
        isinstance(call, ast.Call)
        and name
        and (last_name(call.func).endswith("Signal") or last_name(call.func) == "signal")
    ):
        event = page.expression(call)
        payload = tuple(text(item) for item in items(keyword(call, "providing_args")))
        yield EventFact(
            "declare",
            spot.scope,
            call.lineno,
            LABEL,
            event=event,
            name=_given_name(call) or text(argument(call, 0)) or name,
            payload=payload,
            shared=bool(_given_name(call)),
        )


def _given_name(node: ast.AST | None) -> str:
    """``paid`` of ``signal("paid")`` and ``namespace.signal("paid")``: every such call gives the same signal."""
    return text(argument(node, 0)) if isinstance(node, ast.Call) and last_name(node.func) == "signal" else ""


def _decorated(page: Page, decoration: Decoration) -> Iterator[FrameworkFact]:
    """``@receiver(signal, sender=X)``, ``@signal.connect``, ``@signal.connect_via(sender)``."""
    function, call, source = decoration.function, decoration.call, decoration.source
    name = last_name(source)
    handler = page.expression(function.node)
    line = decoration.node.lineno
    if call is not None and name == "receiver":
        given = argument(call, 0, "signal")
        signals: list[ast.expr | None] = [*items(given)] or [given]
        for signal in signals:
            yield _subscription(page, function.scope, signal, handler, (line, keyword(call, "sender")))
        return
    holder = source.value if isinstance(source, ast.Attribute) else None
    if holder is None:
        return
    if name in {"connect", "connect_via"}:
        sender = argument(call, 0, "sender") if call is not None else None
        yield _subscription(page, function.scope, holder, handler, (line, sender))


def _called(page: Page, spot: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    """``signal.connect(handler)``, ``signal.send(sender, **payload)``."""
    call = spot.node
    holder, name = receiver(call), last_name(call.func)
    if holder is None:
        return
    if name == "connect" and not _is_module(page, holder):
        handler = argument(call, 0, "receiver")
        if isinstance(handler, ast.Name | ast.Attribute | ast.Lambda):
            yield _subscription(page, spot.scope, holder, page.expression(handler), (call.lineno, _sender(call)))
    elif name in SENDS:
        sender = argument(call, 0, "sender")
        yield EventFact(
            "publish",
            spot.scope,
            call.lineno,
            LABEL if _looks_sent(call) else DOUBTFUL,
            event=0 if _given_name(holder) else page.expression(holder),
            name=_given_name(holder) or _spelled(page, holder),
            sender=page.expression(sender),
            payload=tuple(given.arg for given in call.keywords if given.arg and given.arg != "sender"),
            in_loop=spot.in_loop,
        )


def _spelled(page: Page, node: ast.expr | None) -> str:
    """The name where nothing better is known: as imported, else as written in this file."""
    dotted = page.dotted(node)
    if not dotted:
        return last_name(node)
    root = dotted.partition(".")[0]
    known = root in page.roots or root == page.module.partition(".")[0]
    return dotted if known else f"{page.module}.{dotted}"


def _sender(call: ast.Call) -> ast.expr | None:
    return argument(call, 1, "sender")


def _is_module(page: Page, node: ast.expr) -> bool:
    """``sqlite3.connect(path)``: what an imported module connects to is no signal."""
    return isinstance(node, ast.Name) and node.id in page.aliases and "." not in page.aliases[node.id]


def _looks_sent(call: ast.Call) -> bool:
    """Whether ``x.send(...)`` can be a signal: it names its sender, or hands over keywords; sockets do neither."""
    return keyword(call, "sender") is not None or (len(call.args) == 1 and bool(call.keywords))


def _subscription(
    page: Page, scope: int, signal: ast.expr | None, handler: int, place: tuple[int, ast.expr | None]
) -> EventFact:
    line, sender = place
    return EventFact(
        "subscribe",
        scope,
        line,
        LABEL,
        event=0 if _given_name(signal) else page.expression(signal),
        name=_given_name(signal) or _spelled(page, signal),
        handler=handler,
        sender=0 if text(sender) else page.expression(sender),
        sender_text=text(sender),
        instance="instance" if sender is not None else "",
    )


EXAMPLES = (
    Example(
        "Signals declared and sent",
        """\
from django.dispatch import Signal

order_placed = Signal()

def place(order):
    order_placed.send(sender=type(order), order=order, total=order.total)
    socket.send(data)
""",
        (
            "event role='declare' scope=module line=3 event=Signal() name='order_placed'",
            (
                "event role='publish' scope=place line=6 event=order_placed name='shop.orders.signals.order"
                "_placed' sender=type(order) payload=order,total"
            ),
            "event role='publish' scope=place line=7 event=socket name='shop.orders.signals.socket' sender=data",
        ),
        "shop.orders.signals",
    ),
    Example(
        "Handlers with and without decorators",
        """\
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from shop.orders.signals import order_placed

@receiver([post_save, pre_delete], sender="orders.Order")
def index(sender, instance, **kwargs): ...

@receiver(order_placed)
def notify(sender, order, **kwargs): ...

order_placed.connect(reserve, sender=Shop)
""",
        (
            (
                "event role='subscribe' scope=module line=5 event=post_save name='django.db.models.signals."
                "post_save' handler=index sender_text='orders.Order'"
            ),
            (
                "event role='subscribe' scope=module line=5 event=pre_delete name='django.db.models.signals"
                ".pre_delete' handler=index sender_text='orders.Order'"
            ),
            (
                "event role='subscribe' scope=module line=8 event=order_placed name='shop.orders.signals.or"
                "der_placed' handler=notify"
            ),
            (
                "event role='subscribe' scope=module line=11 event=order_placed name='shop.orders.signals.o"
                "rder_placed' handler=reserve sender=Shop"
            ),
        ),
        "shop.stock.handlers",
    ),
    Example(
        "Blinker signals",
        """\
from blinker import Namespace

signals = Namespace()
paid = signals.signal("paid")

@paid.connect
def ship(sender, **extra): ...

@paid.connect_via(app)
def count(sender): ...

paid.send(app, order=7)
signals.signal("paid").connect(pack)
""",
        (
            "event role='declare' scope=module line=4 event=signals.signal('paid') name='paid' shared=True",
            (
                "event role='subscribe' scope=module line=6 event=signals.signal('paid') name='shop.signals"
                ".paid' handler=ship"
            ),
            (
                "event role='subscribe' scope=module line=9 event=signals.signal('paid') name='shop.signals"
                ".paid' handler=count sender=app"
            ),
            (
                "event role='publish' scope=module line=12 event=signals.signal('paid') name='shop.signals."
                "paid' sender=app payload=order"
            ),
            "event role='subscribe' scope=module line=13 name='paid' handler=pack",
        ),
        "shop.signals",
    ),
)

EVENTS = Dialect("events", (), read, EXAMPLES)
