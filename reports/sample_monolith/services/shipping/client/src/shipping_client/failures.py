"""What can go wrong with a call: the service said no, could not be reached, or broke its contract."""

from __future__ import annotations

from collections.abc import Mapping


class RemoteProblem(Exception):
    """The service answered with a problem; ``members`` holds what came with it."""

    def __init__(self, detail: str = "", members: Mapping[str, object] | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.members = dict(members or {})

    @property
    def status(self) -> int:
        """The HTTP status, 0 when there was no answer."""
        status = self.members.get("status")
        return status if isinstance(status, int) else 0

    @property
    def type(self) -> str:
        """The problem's type, ``about:blank`` when the service gave none."""
        return str(self.members.get("type", "about:blank"))


class ServiceUnreachable(RemoteProblem):
    """No connection to the service."""

    unreachable = True  # a server that lets this pass answers 503 and not 500


class ServiceTimeout(ServiceUnreachable):
    """The service did not answer in time; whether it did the work is not known."""


class CircuitOpen(ServiceUnreachable):
    """The service failed several times in a row and is left alone for a while."""


class ContractViolation(RemoteProblem):
    """The answer does not have the form that the contract promises."""
