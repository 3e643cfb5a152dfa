"""The exceptions that cross the network, under the names the replaced code raised them by."""

from __future__ import annotations

from .failures import RemoteProblem


class NotFound(RemoteProblem):
    """NotFound."""



BY_TYPE: dict[str, type[RemoteProblem]] = {
    "urn:problem-type:notifications:not-found": NotFound,
}
