"""Drop-in functions: the signatures of common/events.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def publish(
    name: str,
    **payload: Any,
) -> Any:
    """Call all subscribers, in order of import. Errors travel to the publisher."""
    return client().events_publish(name, **payload)


def register(
    function: Any,
) -> Any:
    """Call register."""
    return client().events_register(function)


def subscribe(
    name: str,
) -> Any:
    """Decorator: call the function with the payload of each event of that name."""
    return client().events_subscribe(name)
