"""Flask and its relatives (Quart, Flask-RESTful, Flask-AppBuilder): routes, blueprints, hooks, commands."""

import ast
from collections.abc import Iterator

from analyzer.dialects.flask.examples import EXAMPLES
from analyzer.model.framework import EntryPoint, FrameworkFact, MountFact, RouteFact
from analyzer.model.knowledge import KnownBase
from analyzer.model.page import AnyFunction, Decoration, Dialect, Page, Spot
from analyzer.model.syntax import (
    argument,
    class_values,
    is_none,
    keyword,
    last_name,
    receiver,
    text,
    texts,
)
from analyzer.model.url_patterns import from_converters

LABEL = "flask"
METHODS = frozenset({"get", "post", "put", "delete", "patch"})
HOOKS = frozenset(
    {
        "errorhandler", "app_errorhandler", "before_request", "after_request", "teardown_request",
        "teardown_appcontext", "before_app_request", "after_app_request", "before_first_request", "context_processor",
        "app_context_processor", "shell_context_processor", "template_filter", "app_template_filter",
        "template_global", "app_template_global", "template_test", "url_value_preprocessor", "url_defaults",
        "user_loader", "request_loader", "unauthorized_handler", "record", "record_once", "before_serving",
        "after_serving", "while_serving",
    }
)  # fmt: skip
"""Decorators whose functions the framework calls by itself."""

DECORATORS = HOOKS | {"expose", "route"}
OWN_DECORATORS = DECORATORS | METHODS
HOOKED = HOOKS - {"errorhandler", "app_errorhandler"} | {"register_error_handler"}
"""The same by call: ``app.before_request(function)``."""

CALLS = frozenset({"register_blueprint", "register_api", "add_url_rule", "add_resource"})
OWN = ("flask", "quart", "flask_restful", "flask_restx", "flask_appbuilder", "flask_login", "flask_smorest", "apiflask")
OTHERS = ("fastapi", "starlette", "bottle", "sanic", "litestar", "robyn")
"""Frameworks whose decorators look the same: files that import them are read by other dialects."""

VIEW_BASES = {
    name: KnownBase(name, LABEL, hooks=(*sorted(METHODS), "dispatch_request", "head", "options"), flavour="view")
    for name in (
        "flask.views.View", "flask.views.MethodView", "quart.views.MethodView", "flask_restful.Resource",
        "flask_restx.Resource", "flask_appbuilder.BaseView", "flask_appbuilder.ModelView",
        "flask_appbuilder.api.BaseApi", "flask_appbuilder.api.ModelRestApi",
    )
}  # fmt: skip


def read(page: Page) -> Iterator[FrameworkFact]:
    """Routes by decorator and by call, what mounts what, functions the framework calls."""
    own = page.imports_from(*OWN)
    if page.imports_from(*OTHERS) and not own:
        return
    for decoration in page.decorations_of(OWN_DECORATORS if own else DECORATORS):
        yield from _decorated(page, decoration)
    if own or "route" in page.text:
        for spot in page.classes:
            yield from _class(page, spot)
    makers = {name for name in page.called if name.endswith("Blueprint") or name == "Api"}
    for call in page.calls_of(makers):
        yield from _router(page, call.scope, call.node)
    for call in page.calls_of(CALLS):
        yield from _called(page, call)
    for call in page.calls_of(HOOKED) if own else ():
        yield from _hooked(page, call)
    if own:
        for call in page.calls:
            yield from _wrapped(page, call)


def _router(page: Page, scope: int, call: ast.Call) -> Iterator[FrameworkFact]:
    """``Blueprint("shop", __name__, url_prefix="/shop")`` mounts itself under its prefix."""
    prefix = from_converters(text(keyword(call, "url_prefix")))
    if prefix:
        itself = page.expression(call)
        yield MountFact(scope, prefix, itself, LABEL, call.lineno, router=itself)


def _decorated(page: Page, decoration: Decoration) -> Iterator[FrameworkFact]:
    function, call, source = decoration.function, decoration.call, decoration.source
    name = last_name(source)
    holder = source.value if isinstance(source, ast.Attribute) else None
    if name in HOOKS:
        target = page.expression(function.node)
        yield EntryPoint(page.body(function.node), LABEL, function.node.lineno, target, name)
    elif call is not None and name == "expose":
        owner = _owner(page, function.scope)
        yield _route(page, function, call, owner, _methods(call, "GET"))
    elif call is not None and holder is not None:
        path = argument(call, 0, "rule")
        if name == "route" and path is not None and not is_none(path):
            yield _route(page, function, call, page.expression(holder), _methods(call, "GET"))
        elif name in METHODS and text(path).startswith("/"):
            yield _route(page, function, call, page.expression(holder), (name.upper(),))


def _owner(page: Page, scope: int) -> int:
    """The expression of the class whose body is ``scope``, 0 outside classes."""
    for spot in page.classes:
        if page.body(spot.node) == scope:
            return page.expression(spot.node)
    return 0


def _route(page: Page, function: Spot[AnyFunction], call: ast.Call, router: int, methods: tuple[str, ...]) -> RouteFact:
    return RouteFact(
        function.scope,
        from_converters(text(argument(call, 0, "rule")) or text(keyword(call, "url"))),
        methods,
        page.expression(function.node),
        LABEL,
        call.lineno,
        name=text(keyword(call, "endpoint")),
        router=router,
    )


def _methods(call: ast.Call, default: str) -> tuple[str, ...]:
    given = keyword(call, "methods")
    return tuple(sorted(method.upper() for method in texts(given))) or ((default,) if given is None else ())


def _class(page: Page, spot: Spot[ast.ClassDef]) -> Iterator[FrameworkFact]:
    """Known view bases; classes that name their own path; ``@api.route("/orders")`` on a resource."""
    node = spot.node
    for base in node.bases:
        known = VIEW_BASES.get(page.dotted(base))
        if known is not None:
            yield known
    values = class_values(node)
    resource = text(values.get("resource_name"))
    prefix = text(values.get("route_base")) or (f"/api/v1/{resource}" if resource else "")
    if prefix:
        itself = page.expression(node)
        yield MountFact(spot.scope, prefix, itself, LABEL, node.lineno, router=itself)
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute):
            path = text(argument(decorator, 0))
            if decorator.func.attr == "route" and path:
                router = page.expression(decorator.func.value)
                target = page.expression(node)
                yield RouteFact(spot.scope, from_converters(path), (), target, LABEL, decorator.lineno, router=router)


def _called(page: Page, spot: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    call, name, holder = spot.node, last_name(spot.node.func), receiver(spot.node)
    if holder is None:
        return
    if name.startswith("register_") and call.args:
        prefix = from_converters(text(keyword(call, "url_prefix")))
        child = page.expression(call.args[0])
        router = page.expression(holder)
        yield MountFact(spot.scope, prefix, child, LABEL, call.lineno, router=router, replaces=bool(prefix))
    elif name == "add_url_rule":
        view = argument(call, 2, "view_func")
        if view is not None:
            path = from_converters(text(argument(call, 0, "rule")))
            yield _added(page, spot, path, _viewed(view), _methods(call, "GET"))
    elif name == "add_resource" and call.args:
        for written in call.args[1:]:
            yield _added(page, spot, from_converters(text(written)), call.args[0], ())


def _hooked(page: Page, spot: Spot[ast.Call]) -> Iterator[EntryPoint]:
    name, given = last_name(spot.node.func), spot.node.args[-1:]
    if receiver(spot.node) is not None and given and isinstance(given[0], ast.Name | ast.Attribute | ast.Lambda):
        yield EntryPoint(spot.scope, LABEL, spot.node.lineno, page.expression(given[0]), name)


def _wrapped(page: Page, spot: Spot[ast.Call]) -> Iterator[RouteFact]:
    """A project's own ``register_view(blueprint, routes=["/x"], view_func=...)`` around ``add_url_rule``."""
    call = spot.node
    view = keyword(call, "view_func")
    if view is None or last_name(call.func) in CALLS:
        return
    router = next((given for given in call.args if isinstance(given, ast.Name | ast.Attribute)), receiver(call))
    written = [path for given in [*call.args, *(item.value for item in call.keywords)] for path in texts(given)]
    for path in written:
        if path.startswith("/"):
            target = page.expression(_viewed(view))
            place = page.expression(router)
            yield RouteFact(spot.scope, from_converters(path), (), target, LABEL, call.lineno, router=place)


def _viewed(view: ast.expr) -> ast.expr:
    """``Orders`` of ``Orders.as_view("orders")``."""
    holder = receiver(view) if isinstance(view, ast.Call) and last_name(view.func) == "as_view" else None
    return holder or view


def _added(page: Page, spot: Spot[ast.Call], path: str, view: ast.expr, methods: tuple[str, ...]) -> RouteFact:
    router = receiver(spot.node)
    is_class = last_name(view)[:1].isupper()
    return RouteFact(
        spot.scope,
        path,
        () if is_class and keyword(spot.node, "methods") is None else methods,
        page.expression(view),
        LABEL,
        spot.node.lineno,
        name=text(keyword(spot.node, "endpoint") if is_class else argument(spot.node, 1, "endpoint")),
        router=page.expression(router),
    )


FLASK = Dialect("flask", (), read, EXAMPLES)
