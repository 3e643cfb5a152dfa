"""Routes of the group preferences."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["preferences"])


@router.get(
    "/v1/preferences/{preference_id}",
    operation_id="get_preference",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_preference(
    operations_: Current,
    preference_id: Annotated[WholeNumberText, Path()],
) -> models.Preference:
    """Read one preference."""
    with declared(exceptions.NotFound):
        return operations_.get_preference(preference_id=preference_id)
