"""Idempotency keys: the same key with the same request gets the first answer again."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections import OrderedDict
from typing import NamedTuple, Protocol

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .problems import problem_response

_KEY = re.compile(r"[A-Za-z0-9_-]{1,200}")
_METHODS = frozenset({"POST", "PATCH"})
_SERVER_ERROR = 500


class Answer(NamedTuple):
    """What was answered; ``status`` 0 while the first request is still being carried out."""

    fingerprint: str
    status: int = 0
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""


class Store(Protocol):
    """Where answers are kept; share one (a database, Redis) between replicas to dedupe across them."""

    def begin(self, key: str, fingerprint: str) -> Answer | None:
        """Reserve ``key`` and return None, or return what is there."""
        ...

    def finish(self, key: str, answer: Answer) -> None:
        """Keep the answer."""
        ...

    def forget(self, key: str) -> None:
        """Free ``key``: the request failed and may be tried again."""
        ...


class MemoryStore:
    """Answers of this process: enough for one replica, and for a retry that reaches the same one.

    It forgets everything at a restart, the oldest answers past ``entries``, and any after ``seconds``.
    """

    def __init__(self, entries: int = 10_000, seconds: float = 86_400.0) -> None:
        self._entries = entries
        self._seconds = seconds
        self._lock = threading.Lock()
        self._answers: OrderedDict[str, tuple[float, Answer]] = OrderedDict()

    def begin(self, key: str, fingerprint: str) -> Answer | None:
        """Reserve ``key`` unless a fresh entry is there."""
        now = time.monotonic()
        with self._lock:
            found = self._answers.get(key)
            if found is not None and now - found[0] < self._seconds:
                return found[1]
            self._answers[key] = (now, Answer(fingerprint))
            self._answers.move_to_end(key)
            while len(self._answers) > self._entries:
                self._answers.popitem(last=False)
        return None

    def finish(self, key: str, answer: Answer) -> None:
        """Keep the answer for as long as the store keeps anything."""
        with self._lock:
            self._answers[key] = (time.monotonic(), answer)

    def forget(self, key: str) -> None:
        """Free ``key``."""
        with self._lock:
            self._answers.pop(key, None)


class IdempotencyMiddleware:
    """Looks at POST and PATCH with an ``Idempotency-Key``; everything else passes."""

    def __init__(self, app: ASGIApp, store: Store) -> None:
        self.app = app
        self.store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or repeat the answer to the one before."""
        given = Headers(scope=scope).get("idempotency-key") if scope["type"] == "http" else None
        if scope["type"] != "http" or scope["method"] not in _METHODS or given is None:
            await self.app(scope, receive, send)
            return
        if not _KEY.fullmatch(given):
            await problem_response(422, "Invalid idempotency key")(scope, receive, send)
            return
        body = await _read(receive)
        key = f"{scope['method']} {scope['path']} {given}"
        fingerprint = hashlib.sha256(scope["query_string"] + b"\n" + body).hexdigest()
        known = self.store.begin(key, fingerprint)
        if known is None:
            await self._first(scope, body, send, (key, fingerprint))
        else:
            await _again(scope, receive, send, (known, fingerprint))

    async def _first(self, scope: Scope, body: bytes, send: Send, named: tuple[str, str]) -> None:
        key, fingerprint = named
        started: list[Message] = []
        chunks: list[bytes] = []

        async def kept(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append(message)
            elif message["type"] == "http.response.body":
                chunks.append(message.get("body", b""))
            await send(message)

        async def replay() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        try:
            await self.app(scope, replay, kept)
        except BaseException:
            self.store.forget(key)
            raise
        if not started or started[0]["status"] >= _SERVER_ERROR:
            self.store.forget(key)
            return
        headers = tuple((bytes(name), bytes(value)) for name, value in started[0]["headers"])
        self.store.finish(key, Answer(fingerprint, started[0]["status"], headers, b"".join(chunks)))


async def _read(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return body


async def _again(scope: Scope, receive: Receive, send: Send, found: tuple[Answer, str]) -> None:
    known, fingerprint = found
    if known.fingerprint != fingerprint:
        detail = "The idempotency key was used before with another request."
        await problem_response(422, "Idempotency key reused", detail)(scope, receive, send)
    elif not known.status:
        detail = "The first request with this idempotency key is still being carried out."
        await problem_response(409, "Request in progress", detail)(scope, receive, send)
    else:
        headers = [*known.headers, (b"idempotency-replayed", b"true")]
        await send({"type": "http.response.start", "status": known.status, "headers": headers})
        await send({"type": "http.response.body", "body": known.body})
