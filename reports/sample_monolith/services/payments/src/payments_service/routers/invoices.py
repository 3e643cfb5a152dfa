"""Routes of the group invoices."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["invoices"])


@router.get(
    "/v1/invoices",
    operation_id="list_invoices",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_invoices(
    operations_: Current,
    number: Annotated[Annotated[str, Field(max_length=20)] | None, Query()] = None,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    customer_id: Annotated[WholeNumberText | None, Query()] = None,
    credits_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.InvoicePage:
    """List invoices, page by page."""
    return operations_.list_invoices(number=number, order_id=order_id, customer_id=customer_id, credits_id=credits_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/invoices/batch-get",
    operation_id="batch_get_invoices",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_invoices(
    operations_: Current,
    body: models.InvoiceBatchRequest,
) -> models.InvoiceBatch:
    """Read many invoices at once."""
    return operations_.batch_get_invoices(body=body)


@router.get(
    "/v1/invoices/{invoice_id}",
    operation_id="get_invoice",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_invoice(
    operations_: Current,
    invoice_id: Annotated[WholeNumberText, Path()],
) -> models.Invoice:
    """Read one invoice."""
    with declared(exceptions.NotFound):
        return operations_.get_invoice(invoice_id=invoice_id)


@router.patch(
    "/v1/invoices/{invoice_id}",
    operation_id="update_invoice",
    status_code=200,
    response_model_exclude_unset=True,
)
def update_invoice(
    operations_: Current,
    invoice_id: Annotated[WholeNumberText, Path()],
    body: models.InvoiceUpdate,
) -> models.Invoice:
    """Change fields of one invoice."""
    with declared(exceptions.NotFound, exceptions.Conflict):
        return operations_.update_invoice(invoice_id=invoice_id, body=body)
