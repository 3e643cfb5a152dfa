"""The client that the drop-in functions use: set it once, or let it come from the environment."""

from __future__ import annotations

import os
import threading

from .client import Client

_lock = threading.Lock()
_current: list[Client] = []


def configure(chosen: Client) -> None:
    """Use ``chosen`` from now on."""
    with _lock:
        _current[:] = [chosen]


def client() -> Client:
    """Give the configured client, else one for the address in ``COMMON_URL``."""
    with _lock:
        if not _current:
            _current.append(Client(os.environ["COMMON_URL"]))
        return _current[0]
