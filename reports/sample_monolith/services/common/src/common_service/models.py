"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from .fields import Omittable, YesNo


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class AuditedSaveRequest(Model):
    """AuditedSaveRequest."""

    args: Omittable[list[Any]] = None
    kwargs: Omittable[dict[str, Any]] = None


class AuditedSaveResult(Model):
    """AuditedSaveResult."""

    result: Any


class ConfHomeCountryResult(Model):
    """ConfHomeCountryResult."""

    result: Any


class ConfShopSettingBatchRequest(Model):
    """ConfShopSettingBatchRequest."""

    items: Annotated[list[ConfShopSettingRequest], Field(min_length=1, max_length=100)]


class ConfShopSettingBatchResult(Model):
    """ConfShopSettingBatchResult."""

    items: list[ConfShopSettingResult]


class ConfShopSettingRequest(Model):
    """ConfShopSettingRequest."""

    name: Any


class ConfShopSettingResult(Model):
    """ConfShopSettingResult."""

    result: Any


class EventsPublishRequest(Model):
    """EventsPublishRequest."""

    name: Any
    payload: Omittable[dict[str, Any]] = None


class EventsPublishResult(Model):
    """EventsPublishResult."""

    result: Any


class EventsRegisterRequest(Model):
    """EventsRegisterRequest."""

    function: Any


class EventsRegisterResult(Model):
    """EventsRegisterResult."""

    result: Any


class EventsSubscribeRequest(Model):
    """EventsSubscribeRequest."""

    name: Any


class EventsSubscribeResult(Model):
    """EventsSubscribeResult."""

    result: Any


class PermissionsOwnsOrStaffRequest(Model):
    """PermissionsOwnsOrStaffRequest."""

    user: Any
    owner_id: Any


class PermissionsOwnsOrStaffResult(Model):
    """PermissionsOwnsOrStaffResult."""

    result: YesNo


class PermissionsStaffRequiredRequest(Model):
    """PermissionsStaffRequiredRequest."""

    view: Any


class PermissionsStaffRequiredResult(Model):
    """PermissionsStaffRequiredResult."""

    result: Any


class PermissionsWrapperRequest(Model):
    """PermissionsWrapperRequest."""

    request: Any
    args: Omittable[list[Any]] = None
    kwargs: Omittable[dict[str, Any]] = None


class PermissionsWrapperResult(Model):
    """PermissionsWrapperResult."""

    result: Any


class RegistryFeatureBatchRequest(Model):
    """RegistryFeatureBatchRequest."""

    items: Annotated[list[RegistryFeatureRequest], Field(min_length=1, max_length=100)]


class RegistryFeatureBatchResult(Model):
    """RegistryFeatureBatchResult."""

    items: list[RegistryFeatureResult]


class RegistryFeatureRequest(Model):
    """RegistryFeatureRequest."""

    name: Any


class RegistryFeatureResult(Model):
    """RegistryFeatureResult."""

    result: Any


class RegistryFindProviderRequest(Model):
    """RegistryFindProviderRequest."""

    kind: Any
    name: Any


class RegistryFindProviderResult(Model):
    """RegistryFindProviderResult."""

    result: Any


class RegistryForgetPriceRequest(Model):
    """RegistryForgetPriceRequest."""

    variant_id: Any = None


class RegistryForgetPriceResult(Model):
    """RegistryForgetPriceResult."""

    result: Any


class RegistryProviderRequest(Model):
    """RegistryProviderRequest."""

    kind: Any
    name: Any


class RegistryProviderResult(Model):
    """RegistryProviderResult."""

    result: Any


class RegistryRegisterResult(Model):
    """RegistryRegisterResult."""

    result: Any


class RegistrySetCurrentRequestRequest(Model):
    """RegistrySetCurrentRequestRequest."""

    request: Any


class RegistrySetCurrentRequestResult(Model):
    """RegistrySetCurrentRequestResult."""

    result: Any


class SoftDeletedDeleteRequest(Model):
    """SoftDeletedDeleteRequest."""

    using: Any = None
    keep_parents: Omittable[YesNo] = None


class SoftDeletedDeleteResult(Model):
    """SoftDeletedDeleteResult."""

    result: Any
