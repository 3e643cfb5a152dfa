"""The exceptions that the contract declares: raise one in a handler and it crosses the network as itself."""

from __future__ import annotations

from .problems import ServiceProblem


class NotFound(ServiceProblem):
    """NotFound."""

    type = "urn:problem-type:notifications:not-found"
    title = "NotFound"
    status = 404
