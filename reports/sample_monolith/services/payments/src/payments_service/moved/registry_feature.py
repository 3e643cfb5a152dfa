# Copied from common/registry.py::feature; it is yours to change.


# Switches that staff flip at run time through the admin; per process, so not really.
FEATURES = {
    "loyalty": True,
    "backorders": False,
    "gift_wrap": True,
    "live_rates": False,
}


def feature(name):
    return FEATURES.get(name, False)
