"""Routes of the group csv_rows."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["csv_rows"])


@router.post(
    "/v1/csv-rows/as-csv",
    operation_id="csv_rows_as_csv",
    status_code=200,
    response_model_exclude_unset=True,
)
def csv_rows_as_csv(
    operations_: Current,
    body: models.CsvRowsAsCsvRequest,
) -> models.CsvRowsAsCsvResult:
    """Call as csv."""
    return operations_.csv_rows_as_csv(body=body)
