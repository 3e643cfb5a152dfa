"""How patient a client is: timeouts, retries where they are safe, and a circuit breaker."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

import httpx


class Unset(Enum):
    """Stands for an argument that was not given, so that the service uses its own default."""

    UNSET = "unset"


UNSET: Literal[Unset.UNSET] = Unset.UNSET
_BUSY = frozenset({429, 502, 503, 504})
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@dataclass(frozen=True)
class Policy:
    """Seconds and counts; the defaults suit calls made while a person waits.

    ``keys_are_shared``: set it when every replica of the service shares one idempotency store; then a call
    that carries a key may be retried although it changes something.
    """

    connect_seconds: float = 1.0
    read_seconds: float = 5.0
    retries: int = 2
    backoff_seconds: float = 0.1
    longest_wait_seconds: float = 2.0
    failures_to_open: int = 5
    open_seconds: float = 10.0
    keys_are_shared: bool = False

    def timeout(self) -> httpx.Timeout:
        """The timeouts of one attempt."""
        return httpx.Timeout(self.read_seconds, connect=self.connect_seconds)

    def may_retry(self, outcome: httpx.Response | Exception, *, safe: bool, has_key: bool) -> bool:
        """Whether another attempt can do no harm: the request was never sent, or repeating it changes nothing."""
        if isinstance(outcome, _UNSENT):
            return True
        repeatable = safe or (has_key and self.keys_are_shared)
        if isinstance(outcome, httpx.Response):
            return repeatable and outcome.status_code in _BUSY
        return repeatable and isinstance(outcome, httpx.TransportError)

    def wait(self, attempt: int, outcome: httpx.Response | Exception) -> float:
        """Seconds before the next attempt: what the service asks for, else doubling with jitter."""
        asked = outcome.headers.get("Retry-After", "") if isinstance(outcome, httpx.Response) else ""
        wanted = float(asked) if asked.isdigit() else self.backoff_seconds * 2**attempt * random.uniform(0.5, 1.0)  # noqa: S311 - jitter
        return min(wanted, self.longest_wait_seconds)


@dataclass
class Breaker:
    """Opens after failures in a row, lets one call through after a while, closes when that one succeeds."""

    policy: Policy
    clock: Callable[[], float] = time.monotonic
    _failures: int = 0
    _opened: float | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self) -> bool:
        """Whether a call may be tried now."""
        with self._lock:
            if self._opened is None:
                return True
            if self.clock() - self._opened < self.policy.open_seconds:
                return False
            self._opened = self.clock()
            return True

    def record(self, outcome: httpx.Response | Exception) -> None:
        """Count an answer or a failure; an answer that refuses the request is an answer."""
        failed = isinstance(outcome, Exception) or outcome.status_code in _BUSY
        with self._lock:
            if not failed:
                self._failures, self._opened = 0, None
                return
            self._failures += 1
            if self._failures >= self.policy.failures_to_open:
                self._opened = self.clock()
