"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from . import models
from .idempotency import MemoryStore, Store
from .problems import NotImplementedYet


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def store(self) -> Store:
        """Where answers by idempotency key are kept: override it to share one between replicas."""
        return MemoryStore()

    def queries_build_day(
        self,
        body: models.QueriesBuildDayRequest,
    ) -> models.DailySales:
        """Condense a day into the reporting tables; safe to repeat."""
        raise NotImplementedYet("queries_build_day")

    def get_dashboard(
        self,
    ) -> models.GetDashboardResult:
        """GET /reports/."""
        raise NotImplementedYet("get_dashboard")

    def get_export(
        self,
        kind: str,
    ) -> models.GetExportResult:
        """GET /reports/export/{kind}/."""
        raise NotImplementedYet("get_export")

    def get_finance_report(
        self,
    ) -> models.GetFinanceReportResult:
        """GET /reports/finance/."""
        raise NotImplementedYet("get_finance_report")

    def post_saved_reports(
        self,
        body: models.PostSavedReportsRequest,
    ) -> models.PostSavedReportsResult:
        """POST /reports/saved/."""
        raise NotImplementedYet("post_saved_reports")

    def get_stock_report(
        self,
    ) -> models.GetStockReportResult:
        """GET /reports/stock/."""
        raise NotImplementedYet("get_stock_report")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
