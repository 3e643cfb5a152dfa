"""Routes of the group registry."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["registry"])


@router.post(
    "/v1/registry/feature",
    operation_id="registry_feature",
    status_code=200,
    response_model_exclude_unset=True,
)
def registry_feature(
    operations_: Current,
    body: models.RegistryFeatureRequest,
) -> models.RegistryFeatureResult:
    """Call feature."""
    return operations_.registry_feature(body=body)


@router.post(
    "/v1/registry/feature/batch",
    operation_id="registry_feature_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def registry_feature_batch(
    operations_: Current,
    body: models.RegistryFeatureBatchRequest,
) -> models.RegistryFeatureBatchResult:
    """Many calls of registry_feature in one request."""
    return operations_.registry_feature_batch(body=body)


@router.post(
    "/v1/registry/find-provider",
    operation_id="registry_find_provider",
    status_code=200,
    response_model_exclude_unset=True,
)
def registry_find_provider(
    operations_: Current,
    body: models.RegistryFindProviderRequest,
) -> models.RegistryFindProviderResult:
    """Call find provider."""
    return operations_.registry_find_provider(body=body)


@router.post(
    "/v1/registry/forget-price",
    operation_id="registry_forget_price",
    status_code=204,
    response_model_exclude_unset=True,
)
def registry_forget_price(
    operations_: Current,
    body: models.RegistryForgetPriceRequest,
) -> None:
    """Call forget price."""
    return operations_.registry_forget_price(body=body)


@router.post(
    "/v1/registry/set-current-request",
    operation_id="registry_set_current_request",
    status_code=204,
    response_model_exclude_unset=True,
)
def registry_set_current_request(
    operations_: Current,
    body: models.RegistrySetCurrentRequestRequest,
) -> None:
    """Call set current request."""
    return operations_.registry_set_current_request(body=body)
