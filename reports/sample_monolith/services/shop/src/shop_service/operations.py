"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from . import models
from .problems import NotImplementedYet


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def shop_celery_send_task(
        self,
        body: models.ShopCelerySendTaskRequest,
    ) -> models.ShopCelerySendTaskResult:
        """Call send task."""
        raise NotImplementedYet("shop_celery_send_task")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
