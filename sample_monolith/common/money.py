"""Money is a Decimal with two places. Helpers to keep it that way."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from common.constants import CURRENCY

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


def to_money(value) -> Decimal:
    """Round half up to cents; floats go through their text so that 0.1 stays 0.1."""
    if isinstance(value, float):
        value = str(value)
    return Decimal(value).quantize(CENT, rounding=ROUND_HALF_UP)


def percentage(amount: Decimal, percent) -> Decimal:
    return to_money(amount * Decimal(percent) / 100)


def vat_included(gross: Decimal, rate: Decimal) -> Decimal:
    """The VAT part of a price that includes it."""
    return to_money(gross - gross / (1 + rate))


def split_proportionally(total: Decimal, weights: list[Decimal]) -> list[Decimal]:
    """Divide ``total`` over ``weights`` without losing a cent; the rest goes to the largest."""
    whole = sum(weights, ZERO)
    if not weights or whole == 0:
        return [ZERO for _ in weights]
    shares = [to_money(total * weight / whole) for weight in weights]
    rest = total - sum(shares, ZERO)
    if rest:
        largest = max(range(len(weights)), key=lambda index: weights[index])
        shares[largest] += rest
    return shares


def format_money(amount, currency: str = CURRENCY) -> str:
    sign = {"EUR": "€", "GBP": "£", "USD": "$"}.get(currency, currency + " ")
    return f"{sign}{to_money(amount):,}"


@dataclass(frozen=True)
class Price:
    """What one unit costs, and what it cost before somebody lowered it."""

    amount: Decimal
    list_amount: Decimal
    currency: str = CURRENCY

    @property
    def reduced(self) -> bool:
        return self.amount < self.list_amount

    @property
    def saving_percent(self) -> int:
        if not self.reduced:
            return 0
        return int((1 - self.amount / self.list_amount) * 100)

    def times(self, quantity: int) -> Decimal:
        return to_money(self.amount * quantity)


def guilders_to_euro(value):
    # The archive of the old shop is in guilders.
    return to_money(Decimal(value) / Decimal("2.20371"))
