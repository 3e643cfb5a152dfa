"""A strangler gateway: routes that moved go to their service, everything else to the monolith.

``routes.json`` is the map, ``moved.json`` says which services or routes have moved. Run with
``MONOLITH_URL=http://... uvicorn gateway:app``; service addresses come from ``<SERVICE>_URL``.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

_HOP_BY_HOP = frozenset(
    {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding"}
    | {"upgrade", "host", "content-length", "content-encoding"}
)
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


@dataclass(frozen=True)
class Rule:
    """One old route and where it goes once it has moved."""

    method: str
    pattern: re.Pattern[str]
    variable: str
    target: str

    def destination(self, method: str, path: str) -> str | None:
        """The new address for a request, None when the rule is for another one."""
        found = self.pattern.fullmatch(path.rstrip("/") or "/") if method == self.method else None
        if found is None:
            return None
        names = {name: quote(value, safe="") for name, value in found.groupdict().items()}
        return os.environ[self.variable].rstrip("/") + self.target.format_map(names)


def load(folder: Path) -> list[Rule]:
    """The rules of the routes that have moved."""
    routes = json.loads((folder / "routes.json").read_text("utf-8"))["routes"]
    moved = json.loads((folder / "moved.json").read_text("utf-8"))
    wanted = [r for r in routes if r["service"] in moved["services"] or r["route"] in moved["routes"]]
    return [_rule(route) for route in sorted(wanted, key=_fixed, reverse=True)]


def _fixed(route: Mapping[str, str]) -> int:
    """How much of a route is fixed text: of two that fit a request, the more exact one is meant."""
    return len(re.sub(r"\{\w+\}", "", route["route"]))


def _rule(route: Mapping[str, str]) -> Rule:
    method, path = route["route"].split(" ", 1)
    parts = re.split(r"\{(\w+)\}", path.rstrip("/") or "/")
    pattern = "".join(f"(?P<{part}>[^/]+?)" if index % 2 else re.escape(part) for index, part in enumerate(parts))
    return Rule(method, re.compile(pattern), route["variable"], route["target"])


async def _forward(request: Request) -> Response:
    rules: list[Rule] = request.app.state.rules
    path = request.url.path
    found = (rule.destination(request.method, path) for rule in rules)
    monolith = os.environ["MONOLITH_URL"].rstrip("/") + quote(path)
    address = next((target for target in found if target), monolith)
    headers = {name: value for name, value in request.headers.items() if name.lower() not in _HOP_BY_HOP}
    client: httpx.AsyncClient = request.app.state.client
    try:
        answer = await client.request(
            request.method,
            address,
            params=request.query_params.multi_items(),
            headers=headers,
            content=await request.body(),
        )
    except httpx.TimeoutException:
        return _problem(504, "The service behind this route did not answer in time")
    except httpx.TransportError:
        return _problem(502, "The service behind this route cannot be reached")
    kept = {name: value for name, value in answer.headers.items() if name.lower() not in _HOP_BY_HOP}
    return Response(answer.content, status_code=answer.status_code, headers=kept)


def _problem(status: int, title: str) -> JSONResponse:
    body = {"type": "about:blank", "title": title, "status": status}
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


@asynccontextmanager
async def _lifespan(application: Starlette) -> AsyncIterator[None]:
    application.state.rules = load(Path(os.environ.get("ROUTES", Path(__file__).parent)))
    async with httpx.AsyncClient(timeout=httpx.Timeout(30.0, connect=2.0)) as client:
        application.state.client = client
        yield


app = Starlette(routes=[Route("/{path:path}", _forward, methods=_METHODS)], lifespan=_lifespan)
