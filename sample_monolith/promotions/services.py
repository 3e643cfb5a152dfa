"""The life of a coupon."""

from django.db import transaction
from django.db.models import F

from common.exceptions import ShopError
from promotions.models import Campaign, CampaignProduct, Coupon, CouponRedemption


class CouponError(ShopError):
    code = "coupon"


def find_coupon(code: str, user=None, subtotal=None) -> Coupon:
    """The coupon if this customer may use it now; a CouponError that says why not."""
    coupon = Coupon.objects.filter(code__iexact=code.strip()).first()
    if coupon is None:
        raise CouponError("We do not know this code.")
    check_coupon(coupon, user, subtotal)
    return coupon


def check_coupon(coupon: Coupon, user=None, subtotal=None) -> None:
    if not coupon.is_open():
        raise CouponError("This code is not valid any more.")
    if subtotal is not None and subtotal < coupon.minimum:
        raise CouponError(f"This code needs an order of at least {coupon.minimum}.")
    if coupon.reserved_for_id and (user is None or coupon.reserved_for_id != user.pk):
        raise CouponError("This code belongs to somebody else.")
    if user is None:
        return
    used = coupon.redemptions.filter(user=user).count()
    if used >= coupon.max_uses_per_customer:
        raise CouponError("You have used this code before.")
    if coupon.first_order_only and user.orders.exclude(status="cancelled").exists():
        raise CouponError("This code is for a first order.")


@transaction.atomic
def redeem(coupon: Coupon, order, amount) -> CouponRedemption:
    locked = Coupon.objects.select_for_update().get(pk=coupon.pk)
    if not locked.is_open():
        raise CouponError("This code is not valid any more.")
    Coupon.objects.filter(pk=coupon.pk).update(times_used=F("times_used") + 1)
    return CouponRedemption.objects.create(
        coupon=coupon, order=order, user=order.user, amount=amount
    )


@transaction.atomic
def give_back(order) -> None:
    """Make the coupon of a cancelled order usable again."""
    redemption = CouponRedemption.objects.filter(order=order).first()
    if redemption is None:
        return
    Coupon.objects.filter(pk=redemption.coupon_id).update(times_used=F("times_used") - 1)
    redemption.delete()


@transaction.atomic
def start_campaign(name, products, percent, starts_at, ends_at, buy_quantity=1) -> Campaign:
    from common import registry

    campaign = Campaign.objects.create(name=name, starts_at=starts_at, ends_at=ends_at)
    CampaignProduct.objects.bulk_create(
        CampaignProduct(
            campaign=campaign, product=product, percent=percent, buy_quantity=buy_quantity
        )
        for product in products
    )
    registry.forget_price()
    return campaign
