"""The operations of the service Payments as methods."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import httpx

from . import models
from .policy import UNSET, Breaker, Policy, Unset
from .transport import Call, Headers, RaiseAs, Transport, answer, details_of, given, key_of, segment, shared_http


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

    def conf_shop_setting(
        self,
        name: str,
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
        name: str,
        **payload: Any,
    ) -> None:
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
        self._transport.send(call)

    def list_invoices(
        self,
        *,
        number: str | Unset = UNSET,
        order_id: int | Unset = UNSET,
        customer_id: int | Unset = UNSET,
        credits_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.InvoicePage:
        """List invoices, page by page."""
        call = Call(
            "list_invoices",
            "GET",
            "/v1/invoices",
            query={"number": number, "order_id": order_id, "customer_id": customer_id, "credits_id": credits_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.InvoicePage)

    def iterate_invoices(
        self,
        *,
        number: str | Unset = UNSET,
        order_id: int | Unset = UNSET,
        customer_id: int | Unset = UNSET,
        credits_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Invoice]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_invoices(number=number, order_id=order_id, customer_id=customer_id, credits_id=credits_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def batch_get_invoices(
        self,
        ids: list[int],
    ) -> models.InvoiceBatch:
        """Read many invoices at once."""
        body = models.InvoiceBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_invoices",
            "POST",
            "/v1/invoices/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.InvoiceBatch)

    def get_many_invoices(self, ids: Iterable[int]) -> Mapping[int, models.Invoice]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Invoice] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_invoices(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def get_invoice(
        self,
        invoice_id: int,
    ) -> models.Invoice:
        """Read one invoice."""
        call = Call(
            "get_invoice",
            "GET",
            "/v1/invoices/" + segment(invoice_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Invoice)

    def update_invoice(
        self,
        invoice_id: int,
        *,
        number: str | Unset = UNSET,
        order_id: int | Unset = UNSET,
        customer_id: Unset | int | None = UNSET,
        issued_on: datetime.date | Unset = UNSET,
        net: decimal.Decimal | Unset = UNSET,
        vat: decimal.Decimal | Unset = UNSET,
        gross: decimal.Decimal | Unset = UNSET,
        reverse_charge: bool | Unset = UNSET,
        credits_id: Unset | int | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Invoice:
        """Change fields of one invoice."""
        body = models.InvoiceUpdate.model_validate(given(number=number, order_id=order_id, customer_id=customer_id, issued_on=issued_on, net=net, vat=vat, gross=gross, reverse_charge=reverse_charge, credits_id=credits_id, created_at=created_at, updated_at=updated_at))
        call = Call(
            "update_invoice",
            "PATCH",
            "/v1/invoices/" + segment(invoice_id),
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Invoice)

    def list_payments(
        self,
        *,
        order_id: int | Unset = UNSET,
        method: Literal["card", "ideal", "credit", "invoice"] | Unset = UNSET,
        status: Literal["new", "authorised", "captured", "declined", "voided"] | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.PaymentPage:
        """List payments, page by page."""
        call = Call(
            "list_payments",
            "GET",
            "/v1/payments",
            query={"order_id": order_id, "method": method, "status": status, "public_id": public_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.PaymentPage)

    def iterate_payments(
        self,
        *,
        order_id: int | Unset = UNSET,
        method: Literal["card", "ideal", "credit", "invoice"] | Unset = UNSET,
        status: Literal["new", "authorised", "captured", "declined", "voided"] | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Payment]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_payments(order_id=order_id, method=method, status=status, public_id=public_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_payment(
        self,
        *,
        order_id: int,
        amount: decimal.Decimal,
        gateway_ref: str,
        declined_code: str,
        method: Literal["card", "ideal", "credit", "invoice"] | Unset = UNSET,
        status: Literal["new", "authorised", "captured", "declined", "voided"] | Unset = UNSET,
        currency: str | Unset = UNSET,
        captured_at: Unset | datetime.datetime | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
    ) -> models.Payment:
        """Create one payment."""
        body = models.PaymentCreate.model_validate(given(order_id=order_id, amount=amount, gateway_ref=gateway_ref, declined_code=declined_code, method=method, status=status, currency=currency, captured_at=captured_at, created_at=created_at, updated_at=updated_at, public_id=public_id))
        call = Call(
            "create_payment",
            "POST",
            "/v1/payments",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Payment)

    def payments_authorise(
        self,
        order: object | int,
        method: str,
        amount: decimal.Decimal,
    ) -> models.Payment:
        """Call authorise."""
        body = models.PaymentsAuthoriseRequest.model_validate(given(order_id=key_of(order, "id"), order=details_of(order, {"user_id": "user_id", "currency": "currency"}), method=method, amount=amount))
        call = Call(
            "payments_authorise",
            "POST",
            "/v1/payments/authorise",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Payment)

    def batch_get_payments(
        self,
        ids: list[int],
    ) -> models.PaymentBatch:
        """Read many payments at once."""
        body = models.PaymentBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_payments",
            "POST",
            "/v1/payments/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.PaymentBatch)

    def get_many_payments(self, ids: Iterable[int]) -> Mapping[int, models.Payment]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Payment] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_payments(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def payments_capture(
        self,
        payment: object | int,
        token: str = "",
    ) -> models.Payment:
        """Take the money, mark the order paid, write the invoice, tell everybody."""
        body = models.PaymentsCaptureRequest.model_validate(given(payment_id=key_of(payment, "id"), token=token))
        call = Call(
            "payments_capture",
            "POST",
            "/v1/payments/capture",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Payment)

    def get_credit(
        self,
    ) -> models.GetCreditResult:
        """GET /payments/credit/."""
        call = Call(
            "get_credit",
            "GET",
            "/v1/payments/credit",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetCreditResult)

    def post_gift_card(
        self,
        body: models.PostGiftCardRequest,
    ) -> models.PostGiftCardResult:
        """POST /payments/gift-card/."""
        body = body
        call = Call(
            "post_gift_card",
            "POST",
            "/v1/payments/gift-card",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostGiftCardResult)

    def get_invoice_2(
        self,
        number: str,
    ) -> models.GetInvoice2Result:
        """GET /payments/invoices/{number}/."""
        call = Call(
            "get_invoice_2",
            "GET",
            "/v1/payments/invoices/" + segment(number),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetInvoice2Result)

    def post_refund(
        self,
        number: str,
        body: models.PostRefundRequest,
    ) -> models.PostRefundResult:
        """Refund by hand, for finance."""
        body = body
        call = Call(
            "post_refund",
            "POST",
            "/v1/payments/orders/" + segment(number) + "/refund",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostRefundResult)

    def payments_refund_order(
        self,
        order: object | int,
        amount: decimal.Decimal,
        reason: str,
        actor: object | int | None = None,
        return_request: object | int | None = None,
        change_status: bool = True,
    ) -> list[models.Refund]:
        """Give back ``amount``: store credit first to the credit, the rest through the gateway."""
        body = models.PaymentsRefundOrderRequest.model_validate(given(order_id=key_of(order, "id"), order=details_of(order, {"refunded": "refunded"}), amount=amount, reason=reason, actor_id=key_of(actor, "id"), return_request_id=key_of(return_request, "id"), change_status=change_status))
        call = Call(
            "payments_refund_order",
            "POST",
            "/v1/payments/refund-order",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PaymentsRefundOrderResult).result

    def payments_use_store_credit(
        self,
        order: object | int,
        user: object | int,
    ) -> decimal.Decimal:
        """Pay as much as possible from the customer's credit."""
        body = models.PaymentsUseStoreCreditRequest.model_validate(given(order_id=key_of(order, "id"), order=details_of(order, {"number": "number"}), user_id=key_of(user, "id")))
        call = Call(
            "payments_use_store_credit",
            "POST",
            "/v1/payments/use-store-credit",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PaymentsUseStoreCreditResult).result

    def payments_void_open_payments(
        self,
        order: object | int,
    ) -> int:
        """Call void open payments."""
        body = models.PaymentsVoidOpenPaymentsRequest.model_validate(given(order_id=key_of(order, "id")))
        call = Call(
            "payments_void_open_payments",
            "POST",
            "/v1/payments/void-open-payments",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PaymentsVoidOpenPaymentsResult).result

    def post_payment_webhook(
        self,
        body: models.PostPaymentWebhookRequest,
    ) -> models.PostPaymentWebhookResult:
        """POST /payments/webhook/."""
        body = body
        call = Call(
            "post_payment_webhook",
            "POST",
            "/v1/payments/webhook",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostPaymentWebhookResult)

    def get_payment(
        self,
        payment_id: int,
    ) -> models.Payment:
        """Read one payment."""
        call = Call(
            "get_payment",
            "GET",
            "/v1/payments/" + segment(payment_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Payment)

    def permissions_owns_or_staff(
        self,
        user: object | int,
        owner_id: int | None,
    ) -> bool:
        """Call owns or staff."""
        body = models.PermissionsOwnsOrStaffRequest.model_validate(given(user_id=key_of(user, "id"), owner_id=owner_id))
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

    def list_refunds(
        self,
        *,
        payment_id: int | Unset = UNSET,
        return_request_id: int | Unset = UNSET,
        created_by_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.RefundPage:
        """List refunds, page by page."""
        call = Call(
            "list_refunds",
            "GET",
            "/v1/refunds",
            query={"payment_id": payment_id, "return_request_id": return_request_id, "created_by_id": created_by_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.RefundPage)

    def iterate_refunds(
        self,
        *,
        payment_id: int | Unset = UNSET,
        return_request_id: int | Unset = UNSET,
        created_by_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Refund]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_refunds(payment_id=payment_id, return_request_id=return_request_id, created_by_id=created_by_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def get_refund(
        self,
        refund_id: int,
    ) -> models.Refund:
        """Read one refund."""
        call = Call(
            "get_refund",
            "GET",
            "/v1/refunds/" + segment(refund_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Refund)

    def registry_feature(
        self,
        name: str,
    ) -> bool:
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

    def registry_feature_batch_of_any_size(self, requests: Sequence[models.RegistryFeatureRequest]) -> list[bool]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[bool] = []
        for start in range(0, len(requests), 100):
            batch = self.registry_feature_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    def registry_find_provider(
        self,
        kind: str,
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
        variant_id: int | None = None,
    ) -> None:
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
        self._transport.send(call)

    def registry_set_current_request(
        self,
        request: Any,
    ) -> None:
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
        self._transport.send(call)
