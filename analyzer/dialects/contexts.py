"""What code hangs on the request while it is answered: attributes of the request, and Flask's ``g``."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Dialect, Example, Page
from analyzer.model.storage import StateFact
from analyzer.model.syntax import last_name

HOLDERS = ("flask.g", "quart.g")
REQUESTS = frozenset({"request", "req"})
NAMES = REQUESTS | {"g"}
OWN = frozenset(
    {
        "GET", "POST", "FILES", "META", "COOKIES", "body", "method", "path", "path_info", "user", "auser", "session",
        "headers", "args", "form", "json", "data", "files", "values", "cookies", "url", "base_url", "url_root", "host",
        "scheme", "content_type", "content_length", "content_params", "encoding", "resolver_match", "urlconf",
        "query_params", "auth", "authenticators", "parser_context", "accepted_renderer", "accepted_media_type",
        "version", "state", "app", "scope", "client", "query", "query_string", "remote_addr", "environ", "blueprint",
        "endpoint", "view_args", "url_rule", "referrer", "is_json", "is_secure", "mimetype", "user_agent",
        "authorization", "access_route", "full_path", "root_path", "script_root", "stream", "receive", "receive_upload",
        "current_app", "csrf_processing_done", "match_info", "remote", "text", "read", "id", "uri", "protocol",
        "arguments", "connection", "site", "LANGUAGE_CODE", "response", "params", "meta", "callback", "errback",
    }
)  # fmt: skip
"""Attributes that web frameworks put on a request themselves, or that requests of clients have."""


def read(page: Page) -> Iterator[FrameworkFact]:
    """Each attribute that a project puts on the request or on ``g``, written or read."""
    if "request" not in page.text and page.origins.isdisjoint(HOLDERS):
        return
    names = {*NAMES, *(name for name, origin in page.aliases.items() if origin in HOLDERS)}
    nodes = [node for node in page.attributes if last_name(node.value) in names and _is_hung_on(page, node)]
    called = {call.node.func for call in page.calls} if nodes else set()
    for node in sorted(nodes, key=lambda one: (one.lineno, one.col_offset, one.end_col_offset or 0)):
        if node not in called and isinstance(node.ctx, ast.Load):
            yield StateFact(page.scope_of(node), "request", node.attr, node.lineno, "read")
    for spot, target in page.assignments_to(ast.Attribute):
        if _is_hung_on(page, target):
            yield StateFact(spot.scope, "request", target.attr, spot.node.lineno, "write")


def _is_hung_on(page: Page, node: ast.Attribute) -> bool:
    """``request.cart``, ``self.request.cart`` and ``g.cart``; private names and what frameworks bring are left out."""
    if node.attr in OWN or node.attr.startswith("_"):
        return False
    holder = last_name(node.value)
    if (holder == "g" or not page.origins.isdisjoint(HOLDERS)) and page.dotted(node.value) in HOLDERS:
        return True
    if holder not in REQUESTS:
        return False
    plain = isinstance(node.value, ast.Name) and page.dotted(node.value) == node.value.id
    own = isinstance(node.value, ast.Attribute) and last_name(node.value.value) == "self"
    return plain or own


EXAMPLES = (
    Example(
        "Attributes of the request and of g",
        """\
from flask import g

class CartMiddleware:
    def __call__(self, request):
        request.cart = cart_of(request.user, request.GET)
        request.get_host()

def options(request):
    g.seen = request.cart.total
    return request.method

class View:
    def get(self):
        return self.request.cart, other.request.cart, g.seen
""",
        (
            "state scope=options how='request' name='cart' line=9 access='read'",
            "state scope=View.get how='request' name='cart' line=14 access='read'",
            "state scope=View.get how='request' name='seen' line=14 access='read'",
            "state scope=options how='request' name='seen' line=9 access='write'",
            "state scope=CartMiddleware.__call__ how='request' name='cart' line=5 access='write'",
        ),
        "shop.views",
    ),
)

CONTEXTS = Dialect("contexts", (), read, EXAMPLES)
