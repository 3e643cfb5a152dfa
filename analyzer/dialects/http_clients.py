"""Requests to other processes: requests, httpx, urllib, aiohttp, and sessions or clients made from them."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, HttpCallFact
from analyzer.model.page import Dialect, Example, Page, Spot
from analyzer.model.syntax import argument, called_name, last_name, pattern, receiver, targets, text

VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
LIBRARIES = ("requests", "httpx", "aiohttp", "urllib3", "urllib", "niquests", "treq")
_CREDENTIALS = re.compile(r"//[^/@\s]*@")
CALLS = VERBS | {"request", "stream", "urlopen", "urlretrieve"}
CLIENTS = frozenset({"Session", "session", "Client", "AsyncClient", "ClientSession", "PoolManager"})


def read(page: Page) -> Iterator[FrameworkFact]:
    """Each request with its method and what is literal in its address."""
    if not page.imports_from(*LIBRARIES):
        return
    clients = _clients(page)
    for call in page.calls_of(CALLS):
        origin = page.dotted(call.node.func)
        library = origin.split(".")[0]
        if library in LIBRARIES:
            yield from _direct(call, library, origin)
            continue
        holder = receiver(call.node)
        label = clients.get(last_name(holder)) if holder is not None else None
        if label:
            yield from _direct(call, label, f"{label}.{last_name(call.node.func)}")


def _clients(page: Page) -> dict[str, str]:
    """Variables and attributes bound in this file to a session or client, by name."""
    found: dict[str, str] = {}
    bound: list[tuple[ast.expr, ast.AST | None]] = [
        (target, spot.node.value) for spot in page.assignments for target in targets(spot.node)
    ]
    for block in page.withs:
        bound.extend((item.optional_vars, item.context_expr) for item in block.node.items if item.optional_vars)
    for target, value in bound:
        if isinstance(value, ast.Call) and called_name(value) in CLIENTS and last_name(target):
            library = page.dotted(value.func).split(".")[0]
            if library in LIBRARIES:
                found[last_name(target)] = library
    return found


def _direct(spot: Spot[ast.Call], label: str, origin: str) -> Iterator[HttpCallFact]:
    call, name = spot.node, origin.rpartition(".")[2]
    if name in VERBS:
        method, address = name.upper(), argument(call, 0, "url")
    elif name in {"request", "stream"} and len(call.args) > 1:
        method, address = text(call.args[0]).upper(), call.args[1]
    elif name in {"urlopen", "urlretrieve"}:
        method, address = "GET", argument(call, 0, "url")
    else:
        return
    shown = _CREDENTIALS.sub("//", pattern(address))
    yield HttpCallFact(spot.scope, method, shown, call.lineno, label, in_loop=spot.in_loop)


EXAMPLES = (
    Example(
        "Direct calls and clients",
        """\
import httpx
import requests
from urllib.request import urlopen

def sync(base, orders):
    requests.get("https://stock.example/items", timeout=3)
    for order in orders:
        requests.post(f"{base}/orders/{order}", json={})
    urlopen("http://user:secret@rates.example")
    client = httpx.Client()
    client.put(base + "/stock")
    with requests.Session() as session:
        session.request("DELETE", "https://stock.example/old")
    orders.get("https://not.a/request")
""",
        (
            "http_call scope=sync method='GET' url='https://stock.example/items' line=6",
            "http_call scope=sync method='POST' url='{}/orders/{}' line=8 in_loop=True",
            "http_call scope=sync method='GET' url='http://rates.example' line=9",
            "http_call scope=sync method='PUT' url='{}/stock' line=11",
            "http_call scope=sync method='DELETE' url='https://stock.example/old' line=13",
        ),
        "shop.sync",
    ),
)

HTTP_CLIENTS = Dialect("http_clients", (), read, EXAMPLES)
