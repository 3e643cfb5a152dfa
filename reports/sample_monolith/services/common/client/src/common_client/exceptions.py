"""The exceptions that cross the network, under the names the replaced code raised them by."""

from __future__ import annotations

from .failures import RemoteProblem


class ShopError(RemoteProblem):
    """ShopError."""


class NotAllowed(ShopError):
    """NotAllowed."""



BY_TYPE: dict[str, type[RemoteProblem]] = {
    "urn:problem-type:common:not-allowed": NotAllowed,
}
