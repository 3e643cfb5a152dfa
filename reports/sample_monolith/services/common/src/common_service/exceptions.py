"""The exceptions that the contract declares: raise one in a handler and it crosses the network as itself."""

from __future__ import annotations

from .problems import ServiceProblem


class NotAllowed(ServiceProblem):
    """NotAllowed."""

    type = "urn:problem-type:common:not-allowed"
    title = "NotAllowed"
    status = 403
