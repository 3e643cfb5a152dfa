"""Request identifiers and W3C trace context: read from the caller, made when absent, sent on to others."""

from __future__ import annotations

import json
import logging
import re
import secrets
import time
from contextvars import ContextVar

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .problems import unexpected

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")
_TRACEPARENT = re.compile(r"00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})")
_log = logging.getLogger(__name__)
_context: ContextVar[dict[str, str] | None] = ContextVar("context", default=None)


def outgoing_headers() -> dict[str, str]:
    """Give the headers that tie a call to another service to the request being answered."""
    return dict(_context.get() or {})


class TracingMiddleware:
    """Outermost: every answer, also to a failure nobody expected, carries the request's identifier."""

    def __init__(self, app: ASGIApp, service: str) -> None:
        self.app = app
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request and log one line about it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = _trace_headers(Request(scope))
        token = _context.set(headers)
        started, status = time.perf_counter(), [0]

        async def traced(message: Message) -> None:
            if message["type"] == "http.response.start":
                status[0] = message["status"]
                answer = MutableHeaders(scope=message)
                answer["X-Request-ID"] = headers["X-Request-ID"]
                answer["traceparent"] = headers["traceparent"]
            await send(message)

        try:
            await self.app(scope, receive, traced)
        except Exception as error:
            _log.exception("unexpected failure, request %s", headers["X-Request-ID"])
            if status[0]:
                raise
            await unexpected(error)(scope, receive, traced)
        finally:
            _context.reset(token)
            _log_request(self.service, scope, status[0], time.perf_counter() - started)


def _trace_headers(request: Request) -> dict[str, str]:
    given = request.headers.get("x-request-id", "")
    parent = _TRACEPARENT.fullmatch(request.headers.get("traceparent", ""))
    trace, flags = parent.groups() if parent else (secrets.token_hex(16), "00")
    return {
        "X-Request-ID": given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(16),
        "traceparent": f"00-{trace}-{secrets.token_hex(8)}-{flags}",
    }


def _log_request(service: str, scope: Scope, status: int, seconds: float) -> None:
    context = _context.get() or {}
    line = {
        "service": service,
        "method": scope["method"],
        "path": scope["path"],
        "status": status,
        "milliseconds": round(seconds * 1000, 1),
        **context,
    }
    _log.info("%s", json.dumps(line))
