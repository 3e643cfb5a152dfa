"""Routes of the group conf."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["conf"])


@router.post(
    "/v1/conf/shop-setting",
    operation_id="conf_shop_setting",
    status_code=200,
    response_model_exclude_unset=True,
)
def conf_shop_setting(
    operations_: Current,
    body: models.ConfShopSettingRequest,
) -> models.ConfShopSettingResult:
    """The value of ``settings.SHOP[name]``; a KeyError for a name nobody knows."""
    return operations_.conf_shop_setting(body=body)


@router.post(
    "/v1/conf/shop-setting/batch",
    operation_id="conf_shop_setting_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def conf_shop_setting_batch(
    operations_: Current,
    body: models.ConfShopSettingBatchRequest,
) -> models.ConfShopSettingBatchResult:
    """Many calls of conf_shop_setting in one request."""
    return operations_.conf_shop_setting_batch(body=body)
