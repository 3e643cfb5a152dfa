"""FastAPI, Starlette, Django Ninja: routers with prefixes, dependencies, background tasks, sockets, route lists."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import EntryPoint, FrameworkFact, MountFact, NamedCode, RouteFact, TaskSend
from analyzer.model.knowledge import KnownBase, KnownCall
from analyzer.model.page import AnyFunction, Decoration, Dialect, Example, Page, Spot
from analyzer.model.syntax import argument, items, keyword, last_name, number, receiver, targets, text, texts
from analyzer.model.url_patterns import from_converters

LABEL = "fastapi"
METHODS = frozenset({"get", "post", "put", "delete", "patch", "options", "head", "trace"})
HOOKS = frozenset({"exception_handler", "on_event", "middleware"})
ROUTES = frozenset({"Route", "WebSocketRoute", "APIRoute"})
SOCKETS = frozenset({"websocket", "websocket_route"})
GENERAL = frozenset({"api_route", "route"})
ADDS = frozenset({"add_api_route", "add_route", "add_api_websocket_route"})
CALLS = ADDS | {"include_router", "add_router", "mount", "add_task", "BackgroundTask", "add_middleware"}
LISTED = ROUTES | {"Mount"}
OTHERS = ("flask", "quart", "requests", "aiohttp")

DEPENDS = (
    KnownCall("fastapi.Depends", "result", keyword="dependency"),
    KnownCall("fastapi.Security", "result", keyword="dependency"),
    KnownCall("fastapi.params.Depends", "result", keyword="dependency"),
)
BASES = {
    base.base: base
    for base in (
        KnownBase("pydantic.BaseModel", LABEL, flavour="pydantic"),
        KnownBase("pydantic_settings.BaseSettings", LABEL, flavour="pydantic"),
        KnownBase(
            "starlette.endpoints.HTTPEndpoint", LABEL, hooks=("get", "post", "put", "delete", "patch"), flavour="view"
        ),
        KnownBase("starlette.middleware.base.BaseHTTPMiddleware", LABEL, hooks=("dispatch",)),
    )
}


def read(page: Page) -> Iterator[FrameworkFact]:
    """Routes, what mounts what, background work, and what a dependency gives."""
    if not page.imports_from("fastapi", "starlette") and (
        page.imports_from(*OTHERS) or not any(name in page.text for name in ("fastapi", "APIRouter", "@router."))
    ):
        return
    called = {page.dotted(call.node.func) for call in page.calls_of(("Depends", "Security"))}
    yield from (known for known in DEPENDS if known.name in called)
    for function in page.functions if called.intersection(known.name for known in DEPENDS) else ():
        yield from _dependencies(page, function)
    yield from (BASES[name] for name in sorted(page.bases.intersection(BASES)))
    for decoration in page.decorations_of(METHODS | HOOKS | SOCKETS | GENERAL):
        yield from _decorated(page, decoration)
    lists = _lists(page)
    routers = {name for name in page.called if name.endswith("Router")}
    for call in page.calls_of(routers | CALLS | LISTED):
        yield from _called(page, call)
        if page.dotted(call.node.func).startswith("starlette."):
            yield from _listed(page, call, lists.get(call.node, 0))


def _dependencies(page: Page, function: Spot[AnyFunction]) -> Iterator[NamedCode]:
    """What runs before a function does: ``Depends(current)`` as a default or in ``Annotated``."""
    given = function.node.args
    parameters = [*given.posonlyargs, *given.args]
    defaults = [
        *zip(reversed(parameters), reversed(given.defaults), strict=False),
        *zip(given.kwonlyargs, given.kw_defaults, strict=True),
    ]
    found = [(call, parameter.annotation) for parameter, call in defaults]
    for parameter in [*parameters, *given.kwonlyargs]:
        noted = parameter.annotation
        if isinstance(noted, ast.Subscript) and last_name(noted.value) == "Annotated":
            found += [(part, items(noted.slice)[0]) for part in items(noted.slice)[1:]]
    for call, kind in found:
        if isinstance(call, ast.Call) and last_name(call.func) in {"Depends", "Security"}:
            named = page.dotted(argument(call, 0, "dependency") or kind)
            if named:
                yield NamedCode(page.body(function.node), named, call.lineno, calls=True)


def _lists(page: Page) -> dict[ast.expr, int]:
    """For each call in a list with a name of its own, the expression of the list; ``routes`` is the module's."""
    named = [spot for spot in page.assignments if isinstance(spot.node.value, ast.List)]
    own = [spot.node.value for spot in named if last_name(targets(spot.node)[0]) != "routes"]
    own += [keyword(spot.node, "routes") for spot in page.calls_of(("Mount",))]
    return {item: page.expression(listed) for listed in own for item in items(listed)}


def _decorated(page: Page, decoration: Decoration) -> Iterator[FrameworkFact]:
    function, decorator = decoration.function, decoration.call
    if decorator is None or not isinstance(decorator.func, ast.Attribute):
        return
    name = decorator.func.attr
    written = argument(decorator, 0, "path")
    if name in HOOKS:
        target = page.expression(function.node)
        yield EntryPoint(page.body(function.node), LABEL, function.node.lineno, target, name)
        return
    if not isinstance(written, ast.Constant) or (text(written) and not text(written).startswith("/")):
        return
    if name in METHODS:
        methods: tuple[str, ...] = (name.upper(),)
    elif name in SOCKETS:
        methods = ("WEBSOCKET",)
    else:
        methods = tuple(sorted(texts(keyword(decorator, "methods")))) or ("GET",)
    yield _route(page, function.scope, decorator, page.expression(function.node), methods)


def _route(page: Page, scope: int, call: ast.Call, target: int, methods: tuple[str, ...]) -> RouteFact:
    status = keyword(call, "status_code")
    named = last_name(status)  # status.HTTP_201_CREATED
    digits = "".join(sign for sign in named if sign.isdigit())[:3]
    return RouteFact(
        scope,
        from_converters(text(argument(call, 0, "path"))),
        methods,
        target,
        LABEL,
        call.lineno,
        name=text(keyword(call, "name")) or text(keyword(call, "operation_id")),
        router=page.expression(receiver(call)),
        authentication=_guards(page, keyword(call, "dependencies")),
        response=page.expression(keyword(call, "response_model")),
        status=number(status) or int(digits or 0),
    )


def _guards(page: Page, dependencies: ast.expr | None) -> str:
    """The dependencies of a route as text: whatever they check, they check before the code runs."""
    named = [argument(item, 0, "dependency") for item in items(dependencies) if isinstance(item, ast.Call)]
    return ", ".join(page.shown(item) for item in named if item is not None)


def _called(page: Page, spot: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    call, name, scope = spot.node, last_name(spot.node.func), spot.scope
    holder = receiver(call)
    if name.endswith("Router") and text(keyword(call, "prefix")):
        itself = page.expression(call)
        yield MountFact(
            scope, from_converters(text(keyword(call, "prefix"))), itself, LABEL, call.lineno, router=itself
        )
    elif name == "include_router" and call.args:
        prefix = from_converters(text(keyword(call, "prefix")))
        child = page.expression(call.args[0])
        yield MountFact(scope, prefix, child, LABEL, call.lineno, router=page.expression(holder))
    elif name == "add_router" and text(argument(call, 0, "prefix")):
        prefix, child = from_converters(text(argument(call, 0, "prefix"))), page.expression(argument(call, 1, "router"))
        yield MountFact(scope, prefix, child, LABEL, call.lineno, router=page.expression(holder))
    elif name == "mount" and len(call.args) > 1 and text(call.args[0]):
        child = page.expression(call.args[1])
        yield MountFact(scope, text(call.args[0]), child, LABEL, call.lineno, router=page.expression(holder))
    elif name in ADDS and len(call.args) > 1:
        methods = tuple(sorted(texts(keyword(call, "methods")))) or ("GET",)
        yield _route(page, scope, call, page.expression(call.args[1]), methods)
    elif name == "add_middleware" and call.args:
        yield EntryPoint(scope, LABEL, call.lineno, page.expression(call.args[0]), "middleware")
    elif name == "BackgroundTask" or (name == "add_task" and _is_background(page, holder)):
        target = page.expression(argument(call, 0, "func"))
        yield TaskSend(scope, "background", call.lineno, target=target, in_loop=spot.in_loop)


def _is_background(page: Page, holder: ast.expr | None) -> bool:
    """Whether the holder is named after background tasks, or the file has to do with them."""
    return holder is not None and ("background" in last_name(holder).lower() or "BackgroundTask" in page.text)


def _listed(page: Page, spot: Spot[ast.Call], router: int) -> Iterator[FrameworkFact]:
    """``Route("/orders", orders)`` and ``Mount("/admin", routes=admin_routes)`` in a list."""
    call, name, scope = spot.node, last_name(spot.node.func), spot.scope
    path = from_converters(text(argument(call, 0, "path")))
    if name in ROUTES:
        target = page.expression(argument(call, 1, "endpoint"))
        methods = ("WEBSOCKET",) if name == "WebSocketRoute" else tuple(sorted(texts(keyword(call, "methods"))))
        title = text(keyword(call, "name"))
        yield RouteFact(scope, path, methods, target, LABEL, call.lineno, name=title, router=router)
    elif name == "Mount":
        child = keyword(call, "routes") or argument(call, 1, "app")
        yield MountFact(scope, path, page.expression(child), LABEL, call.lineno, router=router)


EXAMPLES = (
    Example(
        "Routers with prefixes and dependencies",
        """\
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, status

router = APIRouter(prefix="/orders")

@router.post("/{order_id:int}", response_model=Receipt, status_code=status.HTTP_201_CREATED,
             dependencies=[Depends(require_staff)])
async def pay(order_id: int, tasks: BackgroundTasks, background_tasks: BackgroundTasks):
    background_tasks.add_task(send_receipt, order_id)
    tasks.add_task(count)

@router.websocket("/live")
async def live(socket, user: Annotated[User, Depends(current)], page: Pager = Depends(), size=3): ...

app = FastAPI()
app.include_router(router, prefix="/v1")
app.add_middleware(Timing)

@app.exception_handler(KeyError)
async def missing(request, error): ...
""",
        (
            "known_call fastapi.Depends",
            "named_code scope=live text='Pager' line=12 calls=True",
            "named_code scope=live text='current' line=12 calls=True",
            (
                "route scope=module path='/{order_id}' methods=POST target=pay line=5 "
                "router=APIRouter(prefix='/orders') authentication='require_staff' response=Receipt status=201"
            ),
            "route scope=module path='/live' methods=WEBSOCKET target=live line=11 router=APIRouter(prefix='/orders')",
            "entry_point function=missing line=19 target=missing what='exception_handler'",
            (
                "mount scope=module prefix='/orders' child=APIRouter(prefix='/orders') line=3 "
                "router=APIRouter(prefix='/orders')"
            ),
            "mount scope=module prefix='/v1' child=APIRouter(prefix='/orders') line=15 router=FastAPI()",
            "entry_point function=module line=16 target=Timing what='middleware'",
            "task_send scope=pay how='background' line=8 target=send_receipt",
            "task_send scope=pay how='background' line=9 target=count",
        ),
        "shop.api",
    ),
    Example(
        "Starlette's lists",
        """\
from starlette.background import BackgroundTask
from starlette.routing import Mount, Route

admin = [Route("/users", users)]
routes = [Route("/", home, methods=["GET"]), Mount("/admin", routes=admin)]
routes += [Mount("/open", routes=[Route("/about", about)])]
later = BackgroundTask(clean)
""",
        (
            "route scope=module path='/users' target=users line=4 router=[Route('/users', users)]",
            "route scope=module path='/' methods=GET target=home line=5",
            "mount scope=module prefix='/admin' child=[Route('/users', users)] line=5",
            "route scope=module path='/about' target=about line=6 router=[Route('/about', about)]",
            "mount scope=module prefix='/open' child=[Route('/about', about)] line=6",
            "task_send scope=module how='background' line=7 target=clean",
        ),
        "shop.routes",
    ),
    Example(
        "Clients are not routers",
        """\
import requests

@cache.get("/not/a/route")
def f(): ...

requests.get("/orders")
""",
        (),
        "shop.client",
    ),
)

FASTAPI = Dialect("fastapi", (), read, EXAMPLES)
