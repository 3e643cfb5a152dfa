"""Caches and sessions: what is kept outside the tables, under which keys, read or written."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Dialect, Example, Page
from analyzer.model.storage import Access, StateFact
from analyzer.model.syntax import argument, keyword, last_name, pattern, receiver, target_name, targets

READS = frozenset({"get", "get_many", "has_key", "ttl", "exists", "hget", "hgetall", "lrange", "smembers", "mget"})
WRITES = frozenset(
    {
        "set", "set_many", "add", "delete", "delete_many", "delete_pattern", "incr", "decr", "touch", "clear", "setex",
        "setnx", "expire", "hset", "hmset", "hdel", "lpush", "rpush", "lpop", "rpop", "sadd", "srem", "zadd", "publish",
        "get_or_set", "getset", "pop", "setdefault", "update", "flush",
    }
)  # fmt: skip
CLIENTS = ("redis.", "django.core.cache.", "flask_caching.", "pylibmc.", "memcache.", "pymemcache.", "django_redis.")
WORDS = ("cache", "redis", "session", "memoize")
"""Files without any of these words are left at once."""

CLIENT_ROOTS = frozenset(client.partition(".")[0] for client in CLIENTS)
USES = READS | WRITES
MAKERS = frozenset({"from_url", "get_cache", "get_redis_connection"})
MEMOS = frozenset({"cached", "memoize", "cache_page", "cache_on_arguments", "cache_control"})
MOST_STEPS = 4  # names followed to where a key is made: a variable, a sum, a constant
SESSION_ORIGINS = ("flask.session", "quart.session")


def read(page: Page) -> Iterator[FrameworkFact]:
    """Every place that reads or writes a cache or the visitor's session by a key."""
    if not any(word in page.text for word in WORDS):
        return
    clients = _clients(page)
    for call in page.calls_of(USES):
        holder, name = receiver(call.node), last_name(call.node.func)
        access: Access = "read" if name in READS else "write"
        how = _store(page, holder, clients) if holder is not None else ""
        if how:
            yield _use(page, (call.scope, call.node.lineno), (how, access), argument(call.node, 0, "key"))
    yield from _subscripts(page, clients)
    for decoration in page.decorations_of(MEMOS):
        function = decoration.function
        if decoration.call is not None:
            name = pattern(keyword(decoration.call, "key_prefix")) or page.qualified(page.body(function.node))
            value = page.expression(function.node)
            yield StateFact(function.scope, "cache", name, function.node.lineno, value=value)


def _subscripts(page: Page, clients: frozenset[str]) -> Iterator[StateFact]:
    """``session["cart"]``, read or written."""
    for spot, target in page.assignments_to(ast.Subscript):
        how = _store(page, target.value, clients)
        if how:
            yield _use(page, (spot.scope, spot.node.lineno), (how, "write"), target.slice)
    read = [(node, _store(page, node.value, clients)) for node in page.subscripts]
    found = [(node, how) for node, how in read if how and isinstance(node.ctx, ast.Load)]
    for node, how in sorted(found, key=lambda one: (one[0].lineno, one[0].col_offset)):
        yield _use(page, (page.scope_of(node), node.lineno), (how, "read"), node.slice)


def _use(page: Page, place: tuple[int, int], way: tuple[str, Access], key: ast.expr | None) -> StateFact:
    (scope, line), (how, access) = place, way
    expression = 0 if pattern(key) else page.expression(key)
    return StateFact(scope, how, _key(page, scope, key), line, access, key=expression)


def _key(page: Page, scope: int, node: ast.expr | None) -> str:
    """A name under which uses of one entry meet: the literal pattern, else the constant or function that makes it."""
    for _ in range(MOST_STEPS):
        found = pattern(node)
        if found or node is None:
            return found
        if isinstance(node, ast.BinOp):
            node = node.left
        elif isinstance(node, ast.Call) and last_name(node.func) in {"str", "repr"}:
            node = argument(node, 0)
        elif isinstance(node, ast.Call):
            return f"{last_name(node.func)}()"
        elif last_name(node).isupper() or isinstance(node, ast.Attribute):
            return last_name(node)
        else:
            node = _assigned(page, scope, last_name(node))
    return ""


def _assigned(page: Page, scope: int, name: str) -> ast.expr | None:
    """What a local variable was last assigned in its function."""
    values = [spot.node.value for spot in page.assignments if spot.scope == scope and target_name(spot.node) == name]
    return values[-1] if values and name else None


def _clients(page: Page) -> frozenset[str]:
    """Names bound in this file to a cache client: imported ones and variables made by their constructors."""
    names = {name for name, origin in page.aliases.items() if f"{origin}.".startswith(CLIENTS) and "." in origin}
    for spot in page.assignments if page.imports_from(*CLIENT_ROOTS) else ():
        value = spot.node.value
        if _is_alias(value) or (isinstance(value, ast.Call) and _makes_client(page, value)):
            names.update(last_name(target) for target in targets(spot.node))
    return frozenset(names - {"", "caches"})


def _is_alias(node: ast.expr | None) -> bool:
    """``caches["fast"]``: one of several caches, by its name."""
    return isinstance(node, ast.Subscript) and last_name(node.value) == "caches"


def _makes_client(page: Page, call: ast.Call) -> bool:
    """``redis.Redis()``, ``redis.from_url(...)``; what a client gives back (``cache.get("prices")``) is none."""
    name = last_name(call.func)
    return page.dotted(call.func).startswith(CLIENTS) and (name[:1].isupper() or name in MAKERS)


def _store(page: Page, node: ast.expr, clients: frozenset[str]) -> str:
    """Whether a receiver is a cache or a session; names speak where the origin is out of sight."""
    name = last_name(node)
    if name == "session" and isinstance(node, ast.Attribute) and last_name(node.value) in {"request", "req"}:
        return "session"
    if (name == "session" or not page.origins.isdisjoint(SESSION_ORIGINS)) and page.dotted(node) in SESSION_ORIGINS:
        return "session"
    if name in clients or _is_alias(node):
        return "cache"
    return "cache" if name in {"cache", "redis", "redis_client", "_redis"} else ""


EXAMPLES = (
    Example(
        "Caches with keys, sessions, cached functions",
        """\
import redis
from django.core.cache import cache, caches

store = redis.Redis()
fast = caches["fast"]

def price(request, product_id):
    found = cache.get(f"price:{product_id}")
    cache.set("price:%s" % product_id, 7, timeout=60)
    key = CARD % product_id
    cache.delete(key)
    cache.delete(make_key(product_id))
    store.hset("prices", product_id, 7)
    prices = fast.get("prices")
    prices["last"] = 7
    request.session["last"] = product_id
    return request.session.get("cart")

@cache_page(60)
def catalogue(request): ...
""",
        (
            "state scope=price how='cache' name='price:{}' line=8 access='read'",
            "state scope=price how='cache' name='price:%s' line=9 access='write'",
            "state scope=price how='cache' name='CARD' line=11 access='write' key=CARD % product_id",
            "state scope=price how='cache' name='make_key()' line=12 access='write' key=make_key(product_id)",
            "state scope=price how='cache' name='prices' line=13 access='write'",
            "state scope=price how='cache' name='prices' line=14 access='read'",
            "state scope=price how='session' name='cart' line=17 access='read'",
            "state scope=price how='session' name='last' line=16 access='write'",
            "state scope=module how='cache' name='catalogue' line=20 value=catalogue",
        ),
        "shop.prices",
    ),
    Example(
        "Flask's session",
        """\
from flask import session

def login(user):
    session["user"] = user.id
    session.commit()
    return session[LAST]
""",
        (
            "state scope=login how='session' name='user' line=4 access='write'",
            "state scope=login how='session' name='LAST' line=6 access='read' key=LAST",
        ),
        "shop.login",
    ),
)

CACHES = Dialect("caches", (), read, EXAMPLES)
