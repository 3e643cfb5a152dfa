from django import template

from common.constants import FREE_SHIPPING_FROM
from common.money import ZERO, format_money

register = template.Library()


@register.filter
def money(amount):
    return format_money(amount if amount is not None else ZERO)


@register.filter
def stars(rating):
    full = round(rating or 0)
    return "★" * full + "☆" * (5 - full)


@register.simple_tag(takes_context=True)
def recently_viewed(context, limit=4):
    """Products from the visitor's session; runs a query in the middle of a template."""
    from catalogue.services import viewed_products

    return viewed_products(context["request"].session)[:limit]


@register.simple_tag
def missing_for_free_shipping(subtotal):
    return max(FREE_SHIPPING_FROM - subtotal, ZERO)
