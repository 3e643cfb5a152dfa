"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from . import models
from .idempotency import MemoryStore, Store
from .problems import NotImplementedYet, in_order


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def store(self) -> Store:
        """Where answers by idempotency key are kept: override it to share one between replicas."""
        return MemoryStore()

    def get_stock_item(
        self,
        stock_item_sku: str,
    ) -> models.StockItem:
        """Read one stock item."""
        raise NotImplementedYet("get_stock_item")

    def stock_available(
        self,
        body: models.StockAvailableRequest,
    ) -> models.StockAvailableResult:
        """What is there."""
        raise NotImplementedYet("stock_available")

    def stock_available_batch(
        self,
        body: models.StockAvailableBatchRequest,
    ) -> models.StockAvailableBatchResult:
        """Many calls of stock_available in one request."""
        return models.StockAvailableBatchResult(items=in_order(self.stock_available, body.items))

    def stock_reserve(
        self,
        body: models.StockReserveRequest,
    ) -> models.StockReserveResult:
        """Reserve stock."""
        raise NotImplementedYet("stock_reserve")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
