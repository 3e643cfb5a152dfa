"""How calls travel: over one shared keep-alive connection pool, for callers with and without asyncio."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import TypeVar
from urllib.parse import quote
from weakref import WeakKeyDictionary

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from .exceptions import BY_TYPE
from .failures import CircuitOpen, ContractViolation, RemoteProblem, ServiceTimeout, ServiceUnreachable
from .policy import UNSET, Breaker, Policy, Unset

M = TypeVar("M", bound=BaseModel)
Headers = Callable[[], Mapping[str, str]]
RaiseAs = Mapping[str, Callable[[RemoteProblem], Exception]]
_ERROR = 400
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)
_ANY: TypeAdapter[object] = TypeAdapter(object)


@dataclass(frozen=True)
class Call:
    """One request before it is sent."""

    operation_id: str
    method: str
    path: str
    query: Mapping[str, object] = field(default_factory=dict)
    body: BaseModel | None = None
    safe: bool = False
    key: bool = False

    def request(self, base_url: str, headers: Mapping[str, str]) -> httpx.Request:
        """The request; a key is made once, so that every attempt carries the same."""
        sent = {"Accept": "application/json, application/problem+json", **headers}
        if self.key:
            sent["Idempotency-Key"] = str(uuid.uuid4())
        content = None
        if self.body is not None:
            sent["Content-Type"] = "application/json"
            content = self.body.model_dump_json(by_alias=True, exclude_unset=True)
        params = {name: text(value) for name, value in self.query.items() if value is not UNSET and value is not None}
        return httpx.Request(self.method, base_url + self.path, params=params, headers=sent, content=content)


def text(value: object) -> str:
    """A value as it stands in a URL, exactly as it would stand in JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime | date | timedelta | bool):
        return _ANY.dump_json(value).decode().strip('"')
    return str(value)


def segment(value: object) -> str:
    """A value as one segment of a path."""
    return quote(text(value), safe="")


def given(**values: object) -> dict[str, object]:
    """Only the values that were given."""
    return {name: value for name, value in values.items() if value is not UNSET}


def key_of(value: object, attribute: str) -> object:
    """The identifier of an object; a value that is one already stays as it is."""
    return value if _is_key(value) else getattr(value, attribute)


def details_of(value: object, attributes: Mapping[str, str]) -> object:
    """What of an object travels beside its identifier; nothing when only the identifier is at hand."""
    if _is_key(value):
        return UNSET
    return {name: getattr(value, attribute) for name, attribute in attributes.items()}


def _is_key(value: object) -> bool:
    return value is None or isinstance(value, int | str | uuid.UUID | Unset)


def answer(response: httpx.Response, kind: type[M]) -> M:
    """The response's body as a model; unknown fields are ignored."""
    try:
        return kind.model_validate_json(response.content)
    except ValidationError as error:
        raise ContractViolation(str(error), {"status": response.status_code}) from error


def failure(response: httpx.Response, raise_as: RaiseAs) -> Exception:
    """The exception for a problem response: the caller's own class when it gave one, else ours."""
    try:
        body = response.json()
    except ValueError:
        body = {}
    members = {**body, "status": response.status_code} if isinstance(body, dict) else {"status": response.status_code}
    kind = BY_TYPE.get(str(members.get("type")), RemoteProblem)
    problem = kind(str(members.get("detail") or members.get("title") or ""), members)
    make = raise_as.get(kind.__name__)
    return make(problem) if make else problem


def unreachable(operation_id: str, error: Exception) -> ServiceUnreachable:
    """The exception for a call that got no answer."""
    kind = ServiceTimeout if isinstance(error, httpx.TimeoutException) else ServiceUnreachable
    return kind(f"{operation_id}: {type(error).__name__}")


@dataclass(frozen=True)
class Transport:
    """Sends calls and waits for the answers."""

    base_url: str
    policy: Policy
    breaker: Breaker
    headers: Headers
    raise_as: RaiseAs
    http: httpx.Client

    def send(self, call: Call) -> httpx.Response:
        """The answer, or the exception it stands for."""
        request = call.request(self.base_url, self.headers())
        request.extensions = {**request.extensions, "timeout": self.policy.timeout().as_dict()}
        for attempt in range(self.policy.retries + 1):
            if not self.breaker.allows():
                raise CircuitOpen(f"{call.operation_id}: the service failed before and is left alone")
            outcome: httpx.Response | httpx.TransportError
            try:
                outcome = self.http.send(request)
            except httpx.TransportError as error:
                outcome = error
            self.breaker.record(outcome)
            if attempt == self.policy.retries or not self.policy.may_retry(outcome, safe=call.safe, has_key=call.key):
                break
            time.sleep(self.policy.wait(attempt, outcome))
        return settle(call, outcome, self.raise_as)


@dataclass(frozen=True)
class AsyncTransport:
    """Sends calls for callers that use asyncio."""

    base_url: str
    policy: Policy
    breaker: Breaker
    headers: Headers
    raise_as: RaiseAs
    http: httpx.AsyncClient | None

    async def send(self, call: Call) -> httpx.Response:
        """The answer, or the exception it stands for."""
        request = call.request(self.base_url, self.headers())
        request.extensions = {**request.extensions, "timeout": self.policy.timeout().as_dict()}
        http = self.http or shared_async_http()
        for attempt in range(self.policy.retries + 1):
            if not self.breaker.allows():
                raise CircuitOpen(f"{call.operation_id}: the service failed before and is left alone")
            outcome: httpx.Response | httpx.TransportError
            try:
                outcome = await http.send(request)
            except httpx.TransportError as error:
                outcome = error
            self.breaker.record(outcome)
            if attempt == self.policy.retries or not self.policy.may_retry(outcome, safe=call.safe, has_key=call.key):
                break
            await asyncio.sleep(self.policy.wait(attempt, outcome))
        return settle(call, outcome, self.raise_as)


def settle(call: Call, outcome: httpx.Response | httpx.TransportError, raise_as: RaiseAs) -> httpx.Response:
    """The last attempt's answer, or the exception it stands for."""
    if isinstance(outcome, httpx.TransportError):
        raise unreachable(call.operation_id, outcome) from outcome
    if outcome.status_code >= _ERROR:
        raise failure(outcome, raise_as)
    return outcome


@cache
def shared_http() -> httpx.Client:
    """One connection pool for the process: opening a client for every call is many times slower."""
    return httpx.Client(limits=_LIMITS)


_async_pools: WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = WeakKeyDictionary()


def shared_async_http() -> httpx.AsyncClient:
    """One connection pool for each event loop: connections belong to the loop that opened them."""
    loop = asyncio.get_running_loop()
    if loop not in _async_pools:
        _async_pools[loop] = httpx.AsyncClient(limits=_LIMITS)
    return _async_pools[loop]
