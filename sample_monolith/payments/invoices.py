"""Invoices and credit notes, with numbers the tax office accepts."""

from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from common.conf import home_country
from common.exceptions import InvalidState
from common.money import ZERO, to_money, vat_included
from payments.models import Invoice, InvoiceCounter, InvoiceLine

VAT_STANDARD = Decimal("0.21")
VAT_REDUCED = Decimal("0.06")
# Products whose rate is below this line are printed in the "reduced" column.
REDUCED_UP_TO = VAT_REDUCED


def next_invoice_number(year: int | None = None) -> str:
    year = year or timezone.localdate().year
    with transaction.atomic():
        counter, _ = InvoiceCounter.objects.select_for_update().get_or_create(year=year)
        InvoiceCounter.objects.filter(pk=counter.pk).update(last=F("last") + 1)
        counter.refresh_from_db()
    return f"F{year}{counter.last:05d}"


def is_reverse_charge(order) -> bool:
    """A business in another country of the EU pays the VAT itself."""
    if order.user is None or not order.user.vat_number:
        return False
    address = order.billing_address
    return address is not None and address.in_eu and address.country != home_country()


@transaction.atomic
def make_invoice(order) -> Invoice:
    if hasattr(order, "invoice"):
        return order.invoice
    reverse = is_reverse_charge(order)
    invoice = Invoice.objects.create(
        number=next_invoice_number(),
        order=order,
        customer=order.user,
        net=ZERO,
        vat=ZERO,
        gross=ZERO,
        reverse_charge=reverse,
    )
    for line in order.lines.all():
        gross = line.total - line.discount
        vat = vat_included(gross, line.vat_rate)
        _add_line(invoice, line.title, line.quantity, gross - vat, ZERO if reverse else vat, line)
    extras = order.shipping_cost + order.wrap_cost
    if extras:
        vat = vat_included(extras, VAT_STANDARD)
        _add_line(invoice, "Shipping and wrapping", 1, extras - vat, ZERO if reverse else vat)
    if order.points_discount:
        _add_line(invoice, "Loyalty points", 1, -order.points_discount, ZERO)
    _sum_up(invoice)
    return invoice


def _add_line(invoice, text, quantity, net, vat, order_line=None):
    InvoiceLine.objects.create(
        invoice=invoice, order_line=order_line, text=text, quantity=quantity, net=net, vat=vat
    )


def _sum_up(invoice):
    lines = list(invoice.lines.all())
    invoice.net = sum((line.net for line in lines), ZERO)
    invoice.vat = sum((line.vat for line in lines), ZERO)
    invoice.gross = invoice.net + invoice.vat
    invoice.save()


def vat_summary(invoice: Invoice) -> dict[str, Decimal]:
    """VAT per column of the printed invoice."""
    columns = {"standard": ZERO, "reduced": ZERO}
    for line in invoice.lines.all():
        if not line.net or not line.vat:
            continue
        rate = to_money(line.vat / line.net)
        columns["reduced" if rate <= REDUCED_UP_TO else "standard"] += line.vat
    return columns


def as_text(invoice: Invoice) -> str:
    """The plain text version that goes with the mail."""
    lines = [f"Invoice {invoice.number} of {invoice.issued_on:%d-%m-%Y}", ""]
    for line in invoice.lines.all():
        lines.append(f"{line.quantity:>4} {line.text:<50.50} {line.net:>10}")
    lines += ["", f"net {invoice.net}", f"VAT {invoice.vat}", f"total {invoice.gross}"]
    if invoice.reverse_charge:
        lines.append(f"VAT reverse charged to {invoice.customer.vat_number}")
    return "\n".join(lines)


def credit_note_number(invoice):
    # Finance makes credit notes in their own program nowadays.
    if invoice.credits_id:
        raise InvalidState("A credit note cannot be credited.")
    return "C" + invoice.number[1:]
