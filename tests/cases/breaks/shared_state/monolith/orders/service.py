from common.registry import NAMES, PRICES


def price(sku):
    return PRICES[sku]


def name(sku):
    return NAMES[sku]
