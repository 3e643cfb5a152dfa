"""Access to the SHOP setting, with defaults."""

from django.conf import settings

DEFAULTS = {
    "CURRENCY": "EUR",
    "HOME_COUNTRY": "NL",
    "PAYMENT_PROVIDER": "sandbox",
    "RATES_PROVIDER": "table",
    "RESERVATION_MINUTES": 20,
    "PAYMENT_TIMEOUT": 10,
}


def shop_setting(name):
    """The value of ``settings.SHOP[name]``; a KeyError for a name nobody knows."""
    configured = getattr(settings, "SHOP", {})
    if name in configured:
        return configured[name]
    return DEFAULTS[name]


def home_country():
    return shop_setting("HOME_COUNTRY")
