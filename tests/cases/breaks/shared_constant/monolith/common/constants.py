from decimal import Decimal

VAT = 21
FREE_FROM = Decimal("50.00")
