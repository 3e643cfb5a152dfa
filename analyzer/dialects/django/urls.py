"""URL configuration: ``path``, ``re_path``, ``url`` and ``include``, in lists of any nesting."""

import ast
from collections.abc import Iterator

from analyzer.dialects.django.knowledge import LABEL
from analyzer.model.framework import Answers, EntryPoint, FrameworkFact, MountFact, RouteFact
from analyzer.model.page import Page, Spot
from analyzer.model.syntax import argument, items, keyword, last_name, pattern, target_name, targets, text, texts
from analyzer.model.url_patterns import from_converters, from_regex

PATHS = frozenset({"django.urls.path", "django.urls.conf.path"})
REGEXES = frozenset({"django.urls.re_path", "django.conf.urls.url", "django.conf.urls.defaults.url", "django.urls.url"})
INCLUDES = frozenset({"include", "decorator_include"})
ANSWERS: dict[str, tuple[str, ...]] = {
    "require_POST": ("POST",),
    "require_GET": ("GET",),
    "require_safe": ("GET", "HEAD"),
    "require_http_methods": (),
    "api_view": (),
}
"""Decorators that say which methods a view answers; without any here, their argument says it."""

HANDLERS = frozenset({"handler400", "handler403", "handler404", "handler500"})
GUARDS = ("required", "permission", "staff_member", "user_passes_test", "authenticated")
"""Words in the names of view decorators that check who is asking."""

DEEPEST = 100
"""Nested ``include([...])`` lists that are followed; hand-written ones have two or three."""


def urls(page: Page) -> Iterator[FrameworkFact]:
    """Routes and mounts of every ``path`` call in the file, and the views for errors."""
    for kept, target in page.assignments_to(ast.Name) if "handler" in page.text else ():
        if kept.scope == 0 and target.id in HANDLERS and text(kept.node.value):
            view = text(kept.node.value)
            yield EntryPoint(0, LABEL, kept.node.lineno, what="error view", target_text=view)
    calls = page.calls_of(("path", "re_path", "url"))
    found = {spot.node: spot for spot in calls if page.dotted(spot.node.func) in PATHS | REGEXES}
    yield from _added(page)
    if not found:
        return
    outer = {inner: call for call in found for inner in _inline(call)}
    routers = _routers(page, found)
    for call, spot in found.items():
        prefix, top = _prefix(page, call, outer)
        yield from _entry(page, spot, prefix, routers.get(top, 0))


def answers(page: Page) -> Iterator[Answers]:
    """``@require_POST``, ``@require_http_methods(["GET"])``, and the REST framework's ``@api_view(["GET"])``."""
    for decoration in page.decorations_of(ANSWERS):
        call, name = decoration.call, last_name(decoration.source)
        given = texts(argument(call, 0)) if call is not None else ()
        methods = ANSWERS[name] or given or (("GET",) if name == "api_view" else ())
        if methods:
            node = decoration.function.node
            yield Answers(page.body(node), tuple(sorted(verb.upper() for verb in methods)), node.lineno)


def _added(page: Page) -> Iterator[MountFact]:
    """``urlpatterns = router.urls`` and ``urlpatterns += more``: what the module's list takes in whole."""
    for spot, target in page.assignments_to(ast.Name) if "urlpatterns" in page.text else ():
        waiting: list[ast.expr | None] = [spot.node.value] if target.id == "urlpatterns" and spot.scope == 0 else []
        for part in waiting:
            if isinstance(part, ast.BinOp):
                waiting += [part.left, part.right]
            router = part.value if isinstance(part, ast.Attribute) and part.attr == "urls" else part
            if isinstance(router, ast.Name | ast.Attribute) and last_name(router) != "urlpatterns":
                yield MountFact(0, "", page.expression(router), LABEL, spot.node.lineno)


def _inline(call: ast.Call) -> Iterator[ast.Call]:
    """The ``path`` calls in ``include([...])`` or ``include(([...], "name"))``."""
    target = argument(call, 1, "view")
    if isinstance(target, ast.Call) and last_name(target.func) in INCLUDES and target.args:
        listed = items(target.args[0])
        if isinstance(target.args[0], ast.Tuple) and listed:
            listed = items(listed[0])
        yield from (item for item in listed if isinstance(item, ast.Call))


def _prefix(page: Page, call: ast.Call, outer: dict[ast.Call, ast.Call]) -> tuple[str, ast.Call]:
    """The path in front of a call that lies inside other calls' includes, and the outermost call."""
    prefix = ""
    for _ in range(DEEPEST):
        if call not in outer:
            break
        call = outer[call]
        prefix = _path(page, call) + prefix
    return prefix, call


def _path(page: Page, call: ast.Call) -> str:
    """The path text of a call; translated paths (``path(_("cart/"), ...)``) count as written."""
    written = argument(call, 0, "route") or keyword(call, "regex")
    if isinstance(written, ast.Call) and len(written.args) == 1:
        written = written.args[0]
    path = pattern(written) if isinstance(written, ast.JoinedStr) else text(written)
    return from_converters(path) if page.dotted(call.func) in PATHS else from_regex(path)


def _routers(page: Page, found: dict[ast.Call, Spot[ast.Call]]) -> dict[ast.Call, int]:
    """For calls in a list with a name of its own, the expression of the list; ``urlpatterns`` is the module's."""
    routers: dict[ast.Call, int] = {}
    for spot in page.assignments:
        value = spot.node.value
        name = target_name(spot.node) or last_name(targets(spot.node)[0])
        if value is None or name == "urlpatterns" or not isinstance(value, ast.List | ast.Tuple | ast.BinOp):
            continue
        for call in items(value):
            if isinstance(call, ast.Call) and call in found:
                routers[call] = page.expression(value)
    return routers


def _entry(page: Page, spot: Spot[ast.Call], prefix: str, router: int) -> Iterator[FrameworkFact]:
    call = spot.node
    target = argument(call, 1, "view")
    path = prefix + _path(page, call)
    if isinstance(target, ast.Call) and last_name(target.func) in INCLUDES:
        if not next(_inline(call), None):
            yield _mount(page, spot, path, target, router)
        return
    if isinstance(target, ast.Attribute) and target.attr == "urls":
        yield MountFact(spot.scope, path, page.expression(target.value), LABEL, call.lineno, router=router)
        return
    view, guard = _view(target)
    if view is not None:
        yield RouteFact(
            scope=spot.scope,
            path=path,
            methods=(),
            target=0 if text(view) else page.expression(view),
            label=LABEL,
            line=call.lineno,
            name=text(keyword(call, "name")),
            router=router,
            target_text=text(view),
            authentication=guard,
        )


def _mount(page: Page, spot: Spot[ast.Call], path: str, target: ast.Call, router: int) -> MountFact:
    included = target.args[-1] if last_name(target.func) == "decorator_include" else argument(target, 0, "arg")
    if isinstance(included, ast.Tuple) and included.elts:
        included = included.elts[0]
    if isinstance(included, ast.Attribute) and included.attr == "urls":
        included = included.value
    module = text(included) or (page.dotted(included) if included is not None and _is_module(page, included) else "")
    child = 0 if text(included) else page.expression(included)
    return MountFact(spot.scope, path, child, LABEL, spot.node.lineno, child_text=module, router=router)


def _is_module(page: Page, node: ast.expr) -> bool:
    """Whether ``include(shop_urls)`` is likely given a module: an imported name with urls in it."""
    dotted = page.dotted(node)
    return "url" in last_name(node).lower() and "." in dotted and not dotted.startswith(f"{page.module}.")


def _view(target: ast.expr | None) -> tuple[ast.expr | None, str]:
    """The view inside ``X.as_view()`` and decorators, and the decorator that checks who is asking."""
    guard = ""
    for _ in range(DEEPEST):
        if not isinstance(target, ast.Call):
            break
        name = last_name(target.func)
        if isinstance(target.func, ast.Attribute) and name.startswith("as_"):
            return target.func.value, guard
        if any(word in name for word in GUARDS):
            guard = guard or name
        if not target.args:
            return target, guard
        target = target.args[0]
    return target, guard
