"""Requests to other processes: requests, httpx, urllib, aiohttp, and sessions or clients made from them."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, HttpCallFact
from analyzer.model.page import Dialect, Example, Page, Spot
from analyzer.model.syntax import argument, called_name, keyword, last_name, pattern, receiver, targets, text

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
        label, base = clients.get(last_name(holder)) or _client(page, holder)
        if label:
            yield from _direct(call, label, f"{label}.{last_name(call.node.func)}", base)


def _clients(page: Page) -> dict[str, tuple[str, str]]:
    """Variables and attributes bound in this file to a session or client: library and base address by name."""
    found: dict[str, tuple[str, str]] = {}
    bound: list[tuple[ast.expr, ast.AST | None]] = [
        (target, spot.node.value) for spot in page.assignments for target in targets(spot.node)
    ]
    for block in page.withs:
        bound.extend((item.optional_vars, item.context_expr) for item in block.node.items if item.optional_vars)
    for target, value in bound:
        label, base = _client(page, value)
        if label and last_name(target):
            found[last_name(target)] = (label, base)
    return found


def _client(page: Page, value: ast.AST | None) -> tuple[str, str]:
    """Library and base address of a call that makes a session or client, empty for anything else."""
    if not isinstance(value, ast.Call) or called_name(value) not in CLIENTS:
        return "", ""
    library = page.dotted(value.func).split(".")[0]
    given = keyword(value, "base_url") or (argument(value, 0) if called_name(value) == "ClientSession" else None)
    return (library, pattern(given) or ("{}" if given is not None else "")) if library in LIBRARIES else ("", "")


def _direct(spot: Spot[ast.Call], label: str, origin: str, base: str = "") -> Iterator[HttpCallFact]:
    call, name = spot.node, origin.rpartition(".")[2]
    if name in VERBS:
        method, address = name.upper(), argument(call, 0, "url")
    elif name in {"request", "stream"} and len(call.args) > 1:
        method, address = text(call.args[0]).upper(), call.args[1]
    elif name in {"urlopen", "urlretrieve"}:
        method, address = "GET", argument(call, 0, "url")
    else:
        return
    path = pattern(address)
    whole = f"{base.rstrip('/')}/{path.lstrip('/')}" if base and "://" not in path else path
    shown = _CREDENTIALS.sub("//", whole)
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

async def check(key):
    async with httpx.AsyncClient(base_url="https://stock.example/v1/") as stock:
        await stock.get(f"/items/{key}")
    return httpx.Client().head("https://rates.example")
""",
        (
            "http_call scope=sync method='GET' url='https://stock.example/items' line=6",
            "http_call scope=sync method='POST' url='{}/orders/{}' line=8 in_loop=True",
            "http_call scope=sync method='GET' url='http://rates.example' line=9",
            "http_call scope=sync method='PUT' url='{}/stock' line=11",
            "http_call scope=sync method='DELETE' url='https://stock.example/old' line=13",
            "http_call scope=check method='GET' url='https://stock.example/v1/items/{}' line=18",
            "http_call scope=check method='HEAD' url='https://rates.example' line=19",
        ),
        "shop.sync",
    ),
)

HTTP_CLIENTS = Dialect("http_clients", (), read, EXAMPLES)
