"""Routes of the group reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from .. import models
from ..operations import Current

router = APIRouter(tags=["reports"])


@router.get(
    "/v1/reports",
    operation_id="get_dashboard",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_dashboard(
    operations_: Current,
) -> models.GetDashboardResult:
    """GET /reports/."""
    return operations_.get_dashboard()


@router.get(
    "/v1/reports/export/{kind}",
    operation_id="get_export",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_export(
    operations_: Current,
    kind: Annotated[Annotated[str, Field(min_length=1)], Path()],
) -> models.GetExportResult:
    """GET /reports/export/{kind}/."""
    return operations_.get_export(kind=kind)


@router.get(
    "/v1/reports/finance",
    operation_id="get_finance_report",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_finance_report(
    operations_: Current,
) -> models.GetFinanceReportResult:
    """GET /reports/finance/."""
    return operations_.get_finance_report()


@router.post(
    "/v1/reports/saved",
    operation_id="post_saved_reports",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_saved_reports(
    operations_: Current,
    body: models.PostSavedReportsRequest,
) -> models.PostSavedReportsResult:
    """POST /reports/saved/."""
    return operations_.post_saved_reports(body=body)


@router.get(
    "/v1/reports/stock",
    operation_id="get_stock_report",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_stock_report(
    operations_: Current,
) -> models.GetStockReportResult:
    """GET /reports/stock/."""
    return operations_.get_stock_report()
