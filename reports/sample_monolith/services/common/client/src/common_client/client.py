"""The operations of the service Common as methods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx

from . import models
from .policy import Breaker, Policy
from .transport import Call, Headers, RaiseAs, Transport, answer, given, shared_http


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

    def audited_save(
        self,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Call save."""
        body = models.AuditedSaveRequest.model_validate(given(args=args, kwargs=kwargs))
        call = Call(
            "audited_save",
            "POST",
            "/v1/audited/save",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.AuditedSaveResult).result

    def conf_home_country(
        self,
    ) -> Any:
        """Call home country."""
        call = Call(
            "conf_home_country",
            "POST",
            "/v1/conf/home-country",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.ConfHomeCountryResult).result

    def conf_shop_setting(
        self,
        name: Any,
    ) -> Any:
        """The value of ``settings.SHOP[name]``; a KeyError for a name nobody knows."""
        body = models.ConfShopSettingRequest.model_validate(given(name=name))
        call = Call(
            "conf_shop_setting",
            "POST",
            "/v1/conf/shop-setting",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.ConfShopSettingResult).result

    def conf_shop_setting_batch(
        self,
        items: list[models.ConfShopSettingRequest],
    ) -> models.ConfShopSettingBatchResult:
        """Many calls of conf_shop_setting in one request."""
        body = models.ConfShopSettingBatchRequest.model_validate(given(items=items))
        call = Call(
            "conf_shop_setting_batch",
            "POST",
            "/v1/conf/shop-setting/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.ConfShopSettingBatchResult)

    def conf_shop_setting_batch_of_any_size(self, requests: Sequence[models.ConfShopSettingRequest]) -> list[Any]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[Any] = []
        for start in range(0, len(requests), 100):
            batch = self.conf_shop_setting_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    def events_publish(
        self,
        name: Any,
        **payload: Any,
    ) -> Any:
        """Call all subscribers, in order of import. Errors travel to the publisher."""
        body = models.EventsPublishRequest.model_validate(given(name=name, payload=payload))
        call = Call(
            "events_publish",
            "POST",
            "/v1/events/publish",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.EventsPublishResult).result

    def events_register(
        self,
        function: Any,
    ) -> Any:
        """Call register."""
        body = models.EventsRegisterRequest.model_validate(given(function=function))
        call = Call(
            "events_register",
            "POST",
            "/v1/events/register",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.EventsRegisterResult).result

    def events_subscribe(
        self,
        name: Any,
    ) -> Any:
        """Decorator: call the function with the payload of each event of that name."""
        body = models.EventsSubscribeRequest.model_validate(given(name=name))
        call = Call(
            "events_subscribe",
            "POST",
            "/v1/events/subscribe",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.EventsSubscribeResult).result

    def permissions_owns_or_staff(
        self,
        user: Any,
        owner_id: Any,
    ) -> bool:
        """Call owns or staff."""
        body = models.PermissionsOwnsOrStaffRequest.model_validate(given(user=user, owner_id=owner_id))
        call = Call(
            "permissions_owns_or_staff",
            "POST",
            "/v1/permissions/owns-or-staff",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PermissionsOwnsOrStaffResult).result

    def permissions_staff_required(
        self,
        view: Any,
    ) -> Any:
        """Decorator for views that only people of the shop may see."""
        body = models.PermissionsStaffRequiredRequest.model_validate(given(view=view))
        call = Call(
            "permissions_staff_required",
            "POST",
            "/v1/permissions/staff-required",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PermissionsStaffRequiredResult).result

    def permissions_wrapper(
        self,
        request: Any,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Call wrapper."""
        body = models.PermissionsWrapperRequest.model_validate(given(request=request, args=args, kwargs=kwargs))
        call = Call(
            "permissions_wrapper",
            "POST",
            "/v1/permissions/wrapper",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PermissionsWrapperResult).result

    def registry_feature(
        self,
        name: Any,
    ) -> Any:
        """Call feature."""
        body = models.RegistryFeatureRequest.model_validate(given(name=name))
        call = Call(
            "registry_feature",
            "POST",
            "/v1/registry/feature",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.RegistryFeatureResult).result

    def registry_feature_batch(
        self,
        items: list[models.RegistryFeatureRequest],
    ) -> models.RegistryFeatureBatchResult:
        """Many calls of registry_feature in one request."""
        body = models.RegistryFeatureBatchRequest.model_validate(given(items=items))
        call = Call(
            "registry_feature_batch",
            "POST",
            "/v1/registry/feature/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.RegistryFeatureBatchResult)

    def registry_feature_batch_of_any_size(self, requests: Sequence[models.RegistryFeatureRequest]) -> list[Any]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[Any] = []
        for start in range(0, len(requests), 100):
            batch = self.registry_feature_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    def registry_find_provider(
        self,
        kind: Any,
        name: Any,
    ) -> Any:
        """Call find provider."""
        body = models.RegistryFindProviderRequest.model_validate(given(kind=kind, name=name))
        call = Call(
            "registry_find_provider",
            "POST",
            "/v1/registry/find-provider",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.RegistryFindProviderResult).result

    def registry_forget_price(
        self,
        variant_id: Any = None,
    ) -> Any:
        """Call forget price."""
        body = models.RegistryForgetPriceRequest.model_validate(given(variant_id=variant_id))
        call = Call(
            "registry_forget_price",
            "POST",
            "/v1/registry/forget-price",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.RegistryForgetPriceResult).result

    def registry_provider(
        self,
        kind: Any,
        name: Any,
    ) -> Any:
        """Class decorator: make a gateway or a carrier known under a name."""
        body = models.RegistryProviderRequest.model_validate(given(kind=kind, name=name))
        call = Call(
            "registry_provider",
            "POST",
            "/v1/registry/provider",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.RegistryProviderResult).result

    def registry_register(
        self,
    ) -> Any:
        """Call register."""
        call = Call(
            "registry_register",
            "POST",
            "/v1/registry/register",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.RegistryRegisterResult).result

    def registry_set_current_request(
        self,
        request: Any,
    ) -> Any:
        """Call set current request."""
        body = models.RegistrySetCurrentRequestRequest.model_validate(given(request=request))
        call = Call(
            "registry_set_current_request",
            "POST",
            "/v1/registry/set-current-request",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.RegistrySetCurrentRequestResult).result

    def soft_deleted_delete(
        self,
        using: Any = None,
        keep_parents: bool = False,
    ) -> Any:
        """Call delete."""
        body = models.SoftDeletedDeleteRequest.model_validate(given(using=using, keep_parents=keep_parents))
        call = Call(
            "soft_deleted_delete",
            "POST",
            "/v1/soft-deleted/delete",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.SoftDeletedDeleteResult).result
