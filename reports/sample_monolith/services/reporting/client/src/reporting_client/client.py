"""The operations of the service Reporting as methods."""

from __future__ import annotations

import datetime

import httpx

from . import models
from .policy import Breaker, Policy
from .transport import Call, Headers, RaiseAs, Transport, answer, given, segment, shared_http


class Client:
    """Calls the service; keep one for the life of the process.

    ``headers`` is asked before every call (trace and request identifiers); ``raise_as`` maps the name of a
    problem to what makes the caller's own exception from it.
    """

    def __init__(
        self,
        base_url: str,
        *,
        policy: Policy | None = None,
        headers: Headers = dict,
        raise_as: RaiseAs | None = None,
        http: httpx.Client | None = None,
    ) -> None:
        chosen = policy or Policy()
        self._transport = Transport(
            base_url=base_url.rstrip("/"),
            policy=chosen,
            breaker=Breaker(chosen),
            headers=headers,
            raise_as=raise_as or {},
            http=http or shared_http(),
        )

    def queries_build_day(
        self,
        day: datetime.date,
    ) -> models.DailySales:
        """Condense a day into the reporting tables; safe to repeat."""
        body = models.QueriesBuildDayRequest.model_validate(given(day=day))
        call = Call(
            "queries_build_day",
            "POST",
            "/v1/queries/build-day",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.DailySales)

    def get_dashboard(
        self,
    ) -> models.GetDashboardResult:
        """GET /reports/."""
        call = Call(
            "get_dashboard",
            "GET",
            "/v1/reports",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetDashboardResult)

    def get_export(
        self,
        kind: str,
    ) -> models.GetExportResult:
        """GET /reports/export/{kind}/."""
        call = Call(
            "get_export",
            "GET",
            "/v1/reports/export/" + segment(kind),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetExportResult)

    def get_finance_report(
        self,
    ) -> models.GetFinanceReportResult:
        """GET /reports/finance/."""
        call = Call(
            "get_finance_report",
            "GET",
            "/v1/reports/finance",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetFinanceReportResult)

    def post_saved_reports(
        self,
        body: models.PostSavedReportsRequest,
    ) -> models.PostSavedReportsResult:
        """POST /reports/saved/."""
        body = body
        call = Call(
            "post_saved_reports",
            "POST",
            "/v1/reports/saved",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostSavedReportsResult)

    def get_stock_report(
        self,
    ) -> models.GetStockReportResult:
        """GET /reports/stock/."""
        call = Call(
            "get_stock_report",
            "GET",
            "/v1/reports/stock",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetStockReportResult)
