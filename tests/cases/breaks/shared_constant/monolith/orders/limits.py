from decimal import Decimal

MOST = 10
RETURN_DAYS = 14
PAGE_ROWS = 25
FREE_FROM = Decimal("45.00")
API_TOKEN = "one"
IS_OPEN = True
OWN_ALONE = 3
