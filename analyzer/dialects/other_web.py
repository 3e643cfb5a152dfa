"""Routes of further web frameworks: Pyramid, Tornado, aiohttp, Falcon, Bottle, and lists of (pattern, handler)."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, RouteFact
from analyzer.model.knowledge import KnownBase
from analyzer.model.page import Decoration, Dialect, Example, Page, Spot
from analyzer.model.syntax import argument, class_values, items, keyword, last_name, receiver, target_name, text
from analyzer.model.url_patterns import from_converters, from_regex

VERBS = ("get", "post", "put", "delete", "patch", "head")
BASES = {
    base.base: base
    for base in (
        KnownBase("tornado.web.RequestHandler", "tornado", hooks=(*VERBS, "prepare", "on_finish"), flavour="view"),
        KnownBase("tornado.websocket.WebSocketHandler", "tornado", hooks=("open", "on_message"), flavour="view"),
        KnownBase("aiohttp.web.View", "aiohttp", hooks=VERBS, flavour="view"),
    )
}
ROOTS = frozenset({"pyramid", "tornado", "aiohttp", "falcon", "bottle", "sanic", "litestar"})
ADDS = ("add_route", *(f"add_{verb}" for verb in VERBS))
_PATTERN = re.compile(r"^\^?\(?/")


def read(page: Page) -> Iterator[FrameworkFact]:
    """Routes by decorator, by call, and in lists."""
    roots = page.roots & ROOTS
    if roots:
        yield from (BASES[name] for name in sorted(page.bases.intersection(BASES)))
    if "aiohttp" in roots:
        yield from _view_classes(page)
    if "pyramid" in roots:
        yield from _pyramid(page)
    if "tornado" in roots or "andlers = " in page.text:
        yield from _handler_lists(page)
    if roots.intersection({"aiohttp", "falcon"}):
        for call in page.calls_of(ADDS):
            yield from _added(page, call, roots)
    if roots and not page.imports_from("flask", "fastapi", "starlette"):
        for decoration in page.decorations_of((*VERBS, "route")):
            yield from _decorated(page, decoration, roots)


def _pyramid(page: Page) -> Iterator[RouteFact]:
    """``config.add_route("order", "/orders/{id}")``; ``@view_config(route_name="order")`` names the code."""
    views: dict[str, int] = {}
    for decoration in page.decorations_of(("view_config",)):
        if decoration.call is not None:
            views[text(keyword(decoration.call, "route_name"))] = page.expression(decoration.function.node)
    for call in page.calls_of(("add_route",)):
        name, path = text(argument(call.node, 0, "name")), text(argument(call.node, 1, "pattern"))
        if path:
            target = views.pop(name, 0)
            yield RouteFact(call.scope, from_converters(path), (), target, "pyramid", call.node.lineno, name=name)
    for name, target in views.items():
        if name:
            yield RouteFact(0, "", (), target, "pyramid", 1, name=name)


def _handler_lists(page: Page) -> Iterator[RouteFact]:
    """``[(r"/orders", OrderHandler), url(r"/stock", StockHandler)]`` given to an application or kept in a list."""
    listed = [spot for spot in page.assignments if "handlers" in (target_name(spot.node) or "").lower()]
    lists = [(spot.scope, spot.node.value) for spot in listed]
    calls = page.calls_of(("Application", "add_handlers"))
    lists += [(call.scope, argument(call.node, 0, "handlers")) for call in calls]
    for scope, value in lists:
        for pair in items(value):
            parts = items(pair) if isinstance(pair, ast.Tuple) else pair.args if isinstance(pair, ast.Call) else []
            if len(parts) > 1 and _PATTERN.match(text(parts[0])) and isinstance(parts[1], ast.Name | ast.Attribute):
                path, target = from_regex(text(parts[0])), page.expression(parts[1])
                yield RouteFact(scope, path, (), target, "tornado", pair.lineno)


def _added(page: Page, spot: Spot[ast.Call], roots: set[str]) -> Iterator[RouteFact]:
    """Aiohttp's ``router.add_get("/x", handler)``, Falcon's ``app.add_route("/x", Resource())``."""
    call, name = spot.node, last_name(spot.node.func)
    holder = receiver(call)
    first, view = text(argument(call, 0)), argument(call, 1)
    methods: tuple[str, ...] = ()
    if holder is None or view is None:
        return
    if name.startswith("add_") and name[4:] in VERBS and first.startswith("/"):
        methods, path = (name[4:].upper(),), first
    elif name == "add_route" and "aiohttp" in roots and argument(call, 2) is not None:
        methods, path, view = (first.upper(),), text(call.args[1]), call.args[2]
    elif name == "add_route" and "falcon" in roots and first.startswith("/"):
        path = first
    else:
        return
    target = view.func if isinstance(view, ast.Call) else view
    label = "falcon" if "falcon" in roots else "aiohttp"
    yield RouteFact(spot.scope, from_converters(path), methods, page.expression(target), label, call.lineno)


def _decorated(page: Page, decoration: Decoration, roots: set[str]) -> Iterator[RouteFact]:
    """Aiohttp's and Bottle's ``@routes.get("/x")``."""
    label = next((name for name in ("aiohttp", "bottle", "sanic", "litestar") if name in roots), "")
    call, name = decoration.call, last_name(decoration.source)
    if not label or call is None:
        return
    path = text(argument(call, 0, "path"))
    if path.startswith("/"):
        methods = (name.upper(),) if name in VERBS else (text(keyword(call, "method")).upper() or "GET",)
        function = decoration.function
        target = page.expression(function.node)
        yield RouteFact(function.scope, from_converters(path), methods, target, label, call.lineno)


def _view_classes(page: Page) -> Iterator[RouteFact]:
    """Classes that carry their own address: ``class Orders(View): url = "/orders"``."""
    for spot in page.classes:
        values = class_values(spot.node)
        path = text(values.get("url"))
        if path.startswith("/") and any("View" in last_name(base) for base in spot.node.bases):
            yield RouteFact(spot.scope, path, (), page.expression(spot.node), "aiohttp", spot.node.lineno)


EXAMPLES = (
    Example(
        "Pyramid",
        """\
from pyramid.view import view_config

def includeme(config):
    config.add_route("order", "/orders/{id:[0-9]+}")

@view_config(route_name="order", renderer="json")
def order(request): ...
""",
        ("route scope=includeme path='/orders/{id}' target=order line=4 name='order'",),
        "shop.views",
    ),
    Example(
        "Tornado",
        """\
from tornado.web import Application, RequestHandler

class Orders(RequestHandler):
    def get(self): ...

default_handlers = [(r"/orders/([0-9]+)", Orders)]
app = Application([(r"/stock", Stock)])
""",
        (
            "known_base tornado.web.RequestHandler",
            "route scope=module path='/orders/{0}' target=Orders line=6",
            "route scope=module path='/stock' target=Stock line=7",
        ),
        "shop.handlers",
    ),
    Example(
        "aiohttp",
        """\
from aiohttp import web

routes = web.RouteTableDef()

@routes.get("/orders/{id}")
async def order(request): ...

def setup(app):
    app.router.add_post("/orders", create)
    app.router.add_route("DELETE", "/orders/{id}", remove)
""",
        (
            "route scope=setup path='/orders' methods=POST target=create line=9",
            "route scope=setup path='/orders/{id}' methods=DELETE target=remove line=10",
            "route scope=module path='/orders/{id}' methods=GET target=order line=5",
        ),
        "shop.web",
    ),
)

OTHER_WEB = Dialect("other_web", (), read, EXAMPLES)
