"""The schemas of the contract."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from .fields import Omittable


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class SendBackInStockTask(Model):
    """SendBackInStockTask."""

    variant: Any
    email: Any


class SendOrderCancelledTask(Model):
    """SendOrderCancelledTask."""

    order_id: Any
    reason: Omittable[str] = None


class SendOrderConfirmationTask(Model):
    """SendOrderConfirmationTask."""

    order_id: Any


class SendReturnSettledTask(Model):
    """SendReturnSettledTask."""

    return_id: Any
    total: Any


class SendShipmentMailTask(Model):
    """SendShipmentMailTask."""

    shipment_id: Any


class SendWelcomeTask(Model):
    """SendWelcomeTask."""

    user_id: Any


class ShopCelerySendTaskRequest(Model):
    """ShopCelerySendTaskRequest."""

    name: Any
    args: Any = None
    kwargs: Any = None
    options: Omittable[dict[str, Any]] = None


class ShopCelerySendTaskResult(Model):
    """ShopCelerySendTaskResult."""

    result: Any
