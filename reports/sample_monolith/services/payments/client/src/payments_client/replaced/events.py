"""Drop-in functions: the signatures of common/events.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def publish(
    name: str,
    **payload: Any,
) -> None:
    """Call all subscribers, in order of import. Errors travel to the publisher."""
    return client().events_publish(name, **payload)
