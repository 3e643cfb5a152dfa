"""What a parcel costs: from our own table, or asked from the carriers."""

from decimal import Decimal

from common import registry
from common.conf import shop_setting
from common.exceptions import RemoteError
from common.http import JsonClient
from common.money import ZERO, to_money

# Marketing lowered this for a week in 2021.
FREE_SHIPPING_FROM = Decimal("45.00")
EXPRESS_FACTOR = Decimal("1.75")
ISLAND_SURCHARGE = {"MT": Decimal("6.50"), "CY": Decimal("8.00")}


@registry.provider("rates", "table")
class TableRates:
    """Base price plus a price per started kilogram above the first."""

    def quote(self, method, country: str, grams: int) -> Decimal:
        extra_kilos = max(-(-grams // 1000) - 1, 0)
        price = method.base_price + method.price_per_kg * extra_kilos
        if method.express:
            price *= EXPRESS_FACTOR
        return to_money(price + ISLAND_SURCHARGE.get(country, ZERO))


@registry.provider("rates", "live")
class LiveRates(JsonClient):
    """Ask the carriers' broker; fall back on the table when it does not answer."""

    system = "rates"

    def __init__(self):
        super().__init__(shop_setting("RATES_URL"))

    def quote(self, method, country, grams):
        try:
            answer = self.post(
                "quotes", {"service": method.name, "country": country, "grams": grams}
            )
            return to_money(answer["price"])
        except (RemoteError, KeyError, ArithmeticError):
            return TableRates().quote(method, country, grams)


class PostcodeRates:
    """Rates per postcode area, for the courier we had in Amsterdam."""

    AREAS = {"10": Decimal("3.95"), "11": Decimal("4.95")}

    def quote(self, method, country, grams):
        return self.AREAS.get(country[:2], Decimal("6.95"))


def current_rates():
    name = "live" if registry.feature("live_rates") else shop_setting("RATES_PROVIDER")
    return registry.find_provider("rates", name)()
