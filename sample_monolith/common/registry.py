"""State of the process that several areas look into. Not a good idea, but everybody uses it."""

import threading

_local = threading.local()

# variant id -> Price. Filled by the catalogue, emptied by whoever changes a price.
PRICE_CACHE = {}

# Switches that staff flip at run time through the admin; per process, so not really.
FEATURES = {
    "loyalty": True,
    "backorders": False,
    "gift_wrap": True,
    "live_rates": False,
}

# (kind, name) -> class, for payment gateways and carriers.
_PROVIDERS = {}


def set_current_request(request):
    _local.request = request


def current_request():
    return getattr(_local, "request", None)


def current_user():
    """The signed-in user of the current request, or None outside of a request."""
    request = current_request()
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    return user


def feature(name):
    return FEATURES.get(name, False)


def provider(kind, name):
    """Class decorator: make a gateway or a carrier known under a name."""

    def register(cls):
        _PROVIDERS[kind, name] = cls
        return cls

    return register


def find_provider(kind, name):
    return _PROVIDERS[kind, name]


def forget_price(variant_id=None):
    if variant_id is None:
        PRICE_CACHE.clear()
    else:
        PRICE_CACHE.pop(variant_id, None)
