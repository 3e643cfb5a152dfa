"""Routes of the group cart_totals."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["cart_totals"])


@router.post(
    "/v1/cart-totals/as-dict",
    operation_id="cart_totals_as_dict",
    status_code=200,
    response_model_exclude_unset=True,
)
def cart_totals_as_dict(
    operations_: Current,
    body: models.CartTotalsAsDictRequest,
) -> models.CartTotalsAsDictResult:
    """Call as dict."""
    return operations_.cart_totals_as_dict(body=body)


@router.post(
    "/v1/cart-totals/total",
    operation_id="cart_totals_total",
    status_code=200,
    response_model_exclude_unset=True,
)
def cart_totals_total(
    operations_: Current,
    body: models.CartTotalsTotalRequest,
) -> models.CartTotalsTotalResult:
    """Call total."""
    return operations_.cart_totals_total(body=body)
