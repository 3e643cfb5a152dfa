"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from .fields import Omittable, WholeNumber


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class OrderPlacedEvent(Model):
    """OrderPlacedEvent."""

    order: Any


class StockAvailableBatchRequest(Model):
    """StockAvailableBatchRequest."""

    items: Annotated[list[StockAvailableRequest], Field(min_length=1, max_length=100)]


class StockAvailableBatchResult(Model):
    """StockAvailableBatchResult."""

    items: list[StockAvailableResult]


class StockAvailableRequest(Model):
    """StockAvailableRequest."""

    skus: list[str]


class StockAvailableResult(Model):
    """StockAvailableResult."""

    result: dict[str, WholeNumber]


class StockItem(Model):
    """StockItem."""

    sku: Annotated[str, Field(max_length=32)]
    quantity: WholeNumber


class StockReserveRequest(Model):
    """StockReserveRequest."""

    sku: str
    quantity: Omittable[WholeNumber] = None
    note: Any = None


class StockReserveResult(Model):
    """StockReserveResult."""

    result: WholeNumber
