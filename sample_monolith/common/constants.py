"""Numbers and names that "everybody" needs. Grown since 2014; ask before you change one."""

from decimal import Decimal

CURRENCY = "EUR"
HOME_COUNTRY = "NL"
EU_COUNTRIES = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)

VAT_STANDARD = Decimal("0.21")
VAT_REDUCED = Decimal("0.09")
VAT_RATES = {"standard": VAT_STANDARD, "reduced": VAT_REDUCED, "zero": Decimal("0")}

MAX_LINE_QUANTITY = 99
MAX_COUPON_PERCENT = 70
WHOLESALE_DISCOUNT = Decimal("0.12")

RESERVATION_MINUTES = 30
RETURN_WINDOW_DAYS = 30
FREE_SHIPPING_FROM = Decimal("50.00")

POINTS_PER_EURO = 1
POINT_VALUE = Decimal("0.01")
POINTS_VALID_DAYS = 365
MIN_POINTS_TO_REDEEM = 500

# Orders in these states count as turnover.
PAID_STATUSES = ("paid", "packed", "shipped", "completed", "part_refunded")

CACHE_PRODUCT = "product:%s"
CACHE_AVAILABILITY = "availability:%s"
CACHE_SECONDS = 300

SESSION_CART = "cart_id"
SESSION_VIEWED = "recently_viewed"
