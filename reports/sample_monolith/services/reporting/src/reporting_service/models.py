"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from .fields import Day, DecimalText, WholeNumber, matching


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class DailySales(Model):
    """DailySales."""

    id: WholeNumber
    day: Day
    orders: WholeNumber
    units: WholeNumber
    gross: Annotated[DecimalText, matching("^-?\\d{1,10}(\\.\\d{1,2})?$")]
    refunds: Annotated[DecimalText, matching("^-?\\d{1,10}(\\.\\d{1,2})?$")]


class GetDashboardResult(OpenModel):
    """GetDashboardResult."""


class GetExportResult(OpenModel):
    """GetExportResult."""


class GetFinanceReportResult(OpenModel):
    """GetFinanceReportResult."""


class GetStockReportResult(OpenModel):
    """GetStockReportResult."""


class PostSavedReportsRequest(OpenModel):
    """PostSavedReportsRequest."""


class PostSavedReportsResult(OpenModel):
    """PostSavedReportsResult."""


class QueriesBuildDayRequest(Model):
    """QueriesBuildDayRequest."""

    day: Day
