"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from . import models
from .problems import NotImplementedYet, in_order


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def audited_save(
        self,
        body: models.AuditedSaveRequest,
    ) -> models.AuditedSaveResult:
        """Call save."""
        raise NotImplementedYet("audited_save")

    def conf_home_country(
        self,
    ) -> models.ConfHomeCountryResult:
        """Call home country."""
        raise NotImplementedYet("conf_home_country")

    def conf_shop_setting(
        self,
        body: models.ConfShopSettingRequest,
    ) -> models.ConfShopSettingResult:
        """The value of ``settings.SHOP[name]``; a KeyError for a name nobody knows."""
        raise NotImplementedYet("conf_shop_setting")

    def conf_shop_setting_batch(
        self,
        body: models.ConfShopSettingBatchRequest,
    ) -> models.ConfShopSettingBatchResult:
        """Many calls of conf_shop_setting in one request."""
        return models.ConfShopSettingBatchResult(items=in_order(self.conf_shop_setting, body.items))

    def events_publish(
        self,
        body: models.EventsPublishRequest,
    ) -> models.EventsPublishResult:
        """Call all subscribers, in order of import. Errors travel to the publisher."""
        raise NotImplementedYet("events_publish")

    def events_register(
        self,
        body: models.EventsRegisterRequest,
    ) -> models.EventsRegisterResult:
        """Call register."""
        raise NotImplementedYet("events_register")

    def events_subscribe(
        self,
        body: models.EventsSubscribeRequest,
    ) -> models.EventsSubscribeResult:
        """Decorator: call the function with the payload of each event of that name."""
        raise NotImplementedYet("events_subscribe")

    def permissions_owns_or_staff(
        self,
        body: models.PermissionsOwnsOrStaffRequest,
    ) -> models.PermissionsOwnsOrStaffResult:
        """Call owns or staff."""
        raise NotImplementedYet("permissions_owns_or_staff")

    def permissions_staff_required(
        self,
        body: models.PermissionsStaffRequiredRequest,
    ) -> models.PermissionsStaffRequiredResult:
        """Decorator for views that only people of the shop may see."""
        raise NotImplementedYet("permissions_staff_required")

    def permissions_wrapper(
        self,
        body: models.PermissionsWrapperRequest,
    ) -> models.PermissionsWrapperResult:
        """Call wrapper."""
        raise NotImplementedYet("permissions_wrapper")

    def registry_feature(
        self,
        body: models.RegistryFeatureRequest,
    ) -> models.RegistryFeatureResult:
        """Call feature."""
        raise NotImplementedYet("registry_feature")

    def registry_feature_batch(
        self,
        body: models.RegistryFeatureBatchRequest,
    ) -> models.RegistryFeatureBatchResult:
        """Many calls of registry_feature in one request."""
        return models.RegistryFeatureBatchResult(items=in_order(self.registry_feature, body.items))

    def registry_find_provider(
        self,
        body: models.RegistryFindProviderRequest,
    ) -> models.RegistryFindProviderResult:
        """Call find provider."""
        raise NotImplementedYet("registry_find_provider")

    def registry_forget_price(
        self,
        body: models.RegistryForgetPriceRequest,
    ) -> models.RegistryForgetPriceResult:
        """Call forget price."""
        raise NotImplementedYet("registry_forget_price")

    def registry_provider(
        self,
        body: models.RegistryProviderRequest,
    ) -> models.RegistryProviderResult:
        """Class decorator: make a gateway or a carrier known under a name."""
        raise NotImplementedYet("registry_provider")

    def registry_register(
        self,
    ) -> models.RegistryRegisterResult:
        """Call register."""
        raise NotImplementedYet("registry_register")

    def registry_set_current_request(
        self,
        body: models.RegistrySetCurrentRequestRequest,
    ) -> models.RegistrySetCurrentRequestResult:
        """Call set current request."""
        raise NotImplementedYet("registry_set_current_request")

    def soft_deleted_delete(
        self,
        body: models.SoftDeletedDeleteRequest,
    ) -> models.SoftDeletedDeleteResult:
        """Call delete."""
        raise NotImplementedYet("soft_deleted_delete")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
