"""Points: earned with orders, spent at the checkout, gone after a year."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from common import registry
from common.constants import MIN_POINTS_TO_REDEEM, POINT_VALUE, POINTS_PER_EURO
from common.exceptions import InvalidState
from common.money import to_money
from customers.models import LoyaltyAccount, LoyaltyEntry


@dataclass(frozen=True)
class Tier:
    name: str
    from_points: int
    multiplier: Decimal


TIERS = (
    Tier("gold", 5000, Decimal("1.5")),
    Tier("silver", 1500, Decimal("1.2")),
    Tier("basic", 0, Decimal("1")),
)


class NotEnoughPoints(InvalidState):
    code = "not_enough_points"


def account_of(user) -> LoyaltyAccount:
    account, _ = LoyaltyAccount.objects.get_or_create(user=user)
    return account


def tier_for(points: int) -> Tier:
    return next(tier for tier in TIERS if points >= tier.from_points)


def value_of(points: int) -> Decimal:
    return to_money(points * POINT_VALUE)


def points_to_spend(user, wanted: int, limit: Decimal) -> int:
    """How many points can pay for at most ``limit``; an error if there are too few."""
    if not wanted or not registry.feature("loyalty"):
        return 0
    if wanted < MIN_POINTS_TO_REDEEM:
        raise NotEnoughPoints(f"At least {MIN_POINTS_TO_REDEEM} points.")
    if account_of(user).balance() < wanted:
        raise NotEnoughPoints("There are not so many points on the account.")
    return min(wanted, int(limit / POINT_VALUE))


@transaction.atomic
def spend(user, points: int, order) -> None:
    account = LoyaltyAccount.objects.select_for_update().get(user=user)
    if account.balance() < points:
        raise NotEnoughPoints("There are not so many points on the account.")
    account.entries.create(
        points=-points, order=order, reason="spent", reference=order.number, expires_at=None
    )


@transaction.atomic
def earn(order) -> int:
    """Give the points for an order, once."""
    if order.user_id is None or not registry.feature("loyalty"):
        return 0
    account = account_of(order.user)
    if account.entries.filter(order=order, reason="earned").exists():
        return 0
    tier = tier_for(account.earned_last_year())
    points = int(order.earns_points_on() * POINTS_PER_EURO * tier.multiplier)
    if points:
        account.entries.create(points=points, order=order, reason="earned", reference=order.number)
        _update_tier(account)
    return points


def take_back(order, share: Decimal = Decimal(1)) -> int:
    """After a return: remove the earned points again, in proportion."""
    total = 0
    for entry in LoyaltyEntry.objects.filter(order=order, reason="earned"):
        points = int(entry.points * share)
        entry.account.entries.create(
            points=-points, order=order, reason="returned", reference=order.number, expires_at=None
        )
        _update_tier(entry.account)
        total += points
    return total


def give_back_spent(order) -> int:
    """After a cancellation: the points that were paid with."""
    if not order.points_spent or order.user_id is None:
        return 0
    account_of(order.user).entries.create(
        points=order.points_spent, order=order, reason="restored", reference=order.number
    )
    return order.points_spent


def expire_points(now=None) -> int:
    """Cancel what is left of entries that are a year old; runs at night."""
    now = now or timezone.now()
    count = 0
    due = LoyaltyEntry.objects.filter(points__gt=0, expired=False, expires_at__lt=now)
    for entry in due.select_related("account"):
        left = min(entry.points, max(entry.account.balance(), 0))
        if left:
            entry.account.entries.create(
                points=-left, reason="expired", reference=str(entry.pk), expires_at=None
            )
        entry.expired = True
        entry.save(update_fields=["expired", "updated_at"])
        count += 1
    return count


def _update_tier(account):
    tier = tier_for(account.earned_last_year())
    if tier.name != account.tier:
        account.tier = tier.name
        account.tier_since = timezone.localdate()
        account.save(update_fields=["tier", "tier_since", "updated_at"])
