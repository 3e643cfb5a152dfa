"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

import uuid
from typing import Annotated, Literal

from fastapi import Depends, Request

from . import models
from .idempotency import MemoryStore, Store
from .problems import NotImplementedYet, in_order


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def store(self) -> Store:
        """Where answers by idempotency key are kept: override it to share one between replicas."""
        return MemoryStore()

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
    ) -> None:
        """Call all subscribers, in order of import. Errors travel to the publisher."""
        raise NotImplementedYet("events_publish")

    def list_invoices(
        self,
        number: str | None = None,
        order_id: int | None = None,
        customer_id: int | None = None,
        credits_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.InvoicePage:
        """List invoices, page by page."""
        raise NotImplementedYet("list_invoices")

    def batch_get_invoices(
        self,
        body: models.InvoiceBatchRequest,
    ) -> models.InvoiceBatch:
        """Read many invoices at once."""
        raise NotImplementedYet("batch_get_invoices")

    def get_invoice(
        self,
        invoice_id: int,
    ) -> models.Invoice:
        """Read one invoice."""
        raise NotImplementedYet("get_invoice")

    def update_invoice(
        self,
        invoice_id: int,
        body: models.InvoiceUpdate,
    ) -> models.Invoice:
        """Change fields of one invoice."""
        raise NotImplementedYet("update_invoice")

    def list_payments(
        self,
        order_id: int | None = None,
        method: Literal["card", "ideal", "credit", "invoice"] | None = None,
        status: Literal["new", "authorised", "captured", "declined", "voided"] | None = None,
        public_id: uuid.UUID | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.PaymentPage:
        """List payments, page by page."""
        raise NotImplementedYet("list_payments")

    def create_payment(
        self,
        body: models.PaymentCreate,
    ) -> models.Payment:
        """Create one payment."""
        raise NotImplementedYet("create_payment")

    def payments_authorise(
        self,
        body: models.PaymentsAuthoriseRequest,
    ) -> models.Payment:
        """Call authorise."""
        raise NotImplementedYet("payments_authorise")

    def batch_get_payments(
        self,
        body: models.PaymentBatchRequest,
    ) -> models.PaymentBatch:
        """Read many payments at once."""
        raise NotImplementedYet("batch_get_payments")

    def payments_capture(
        self,
        body: models.PaymentsCaptureRequest,
    ) -> models.Payment:
        """Take the money, mark the order paid, write the invoice, tell everybody."""
        raise NotImplementedYet("payments_capture")

    def get_credit(
        self,
    ) -> models.GetCreditResult:
        """GET /payments/credit/."""
        raise NotImplementedYet("get_credit")

    def post_gift_card(
        self,
        body: models.PostGiftCardRequest,
    ) -> models.PostGiftCardResult:
        """POST /payments/gift-card/."""
        raise NotImplementedYet("post_gift_card")

    def get_invoice_2(
        self,
        number: str,
    ) -> models.GetInvoice2Result:
        """GET /payments/invoices/{number}/."""
        raise NotImplementedYet("get_invoice_2")

    def post_refund(
        self,
        number: str,
        body: models.PostRefundRequest,
    ) -> models.PostRefundResult:
        """Refund by hand, for finance."""
        raise NotImplementedYet("post_refund")

    def payments_refund_order(
        self,
        body: models.PaymentsRefundOrderRequest,
    ) -> models.PaymentsRefundOrderResult:
        """Give back ``amount``: store credit first to the credit, the rest through the gateway."""
        raise NotImplementedYet("payments_refund_order")

    def payments_use_store_credit(
        self,
        body: models.PaymentsUseStoreCreditRequest,
    ) -> models.PaymentsUseStoreCreditResult:
        """Pay as much as possible from the customer's credit."""
        raise NotImplementedYet("payments_use_store_credit")

    def payments_void_open_payments(
        self,
        body: models.PaymentsVoidOpenPaymentsRequest,
    ) -> models.PaymentsVoidOpenPaymentsResult:
        """Call void open payments."""
        raise NotImplementedYet("payments_void_open_payments")

    def post_payment_webhook(
        self,
        body: models.PostPaymentWebhookRequest,
    ) -> models.PostPaymentWebhookResult:
        """POST /payments/webhook/."""
        raise NotImplementedYet("post_payment_webhook")

    def get_payment(
        self,
        payment_id: int,
    ) -> models.Payment:
        """Read one payment."""
        raise NotImplementedYet("get_payment")

    def permissions_owns_or_staff(
        self,
        body: models.PermissionsOwnsOrStaffRequest,
    ) -> models.PermissionsOwnsOrStaffResult:
        """Call owns or staff."""
        raise NotImplementedYet("permissions_owns_or_staff")

    def list_refunds(
        self,
        payment_id: int | None = None,
        return_request_id: int | None = None,
        created_by_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.RefundPage:
        """List refunds, page by page."""
        raise NotImplementedYet("list_refunds")

    def get_refund(
        self,
        refund_id: int,
    ) -> models.Refund:
        """Read one refund."""
        raise NotImplementedYet("get_refund")

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
    ) -> None:
        """Call forget price."""
        raise NotImplementedYet("registry_forget_price")

    def registry_set_current_request(
        self,
        body: models.RegistrySetCurrentRequestRequest,
    ) -> None:
        """Call set current request."""
        raise NotImplementedYet("registry_set_current_request")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
