"""Accounts: sign up, addresses, data requests."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Avg, Count, Max
from django.utils import timezone

from common.exceptions import InvalidState
from customers.models import Address, User


@transaction.atomic
def register_customer(email: str, password: str, name: str = "", marketing: bool = False) -> User:
    email = email.strip().lower()
    if get_user_model().objects.filter(email=email).exists():
        raise InvalidState("There is an account with this address already.")
    first, _, last = name.partition(" ")
    return User.objects.create_user(
        username=email,
        email=email,
        password=password,
        first_name=first,
        last_name=last,
        marketing_opt_in=marketing,
    )


def save_address(user: User, kind: str, data: dict, default: bool = True) -> Address:
    with transaction.atomic():
        if default:
            user.addresses.filter(kind=kind).update(is_default=False)
        return Address.objects.create(user=user, kind=kind, is_default=default, **data)


def block(user: User, reason: str) -> None:
    """A blocked customer keeps the account but cannot order; open orders are cancelled."""
    from orders.models import Order

    user.blocked_reason = reason
    user.save(update_fields=["blocked_reason"])
    for order in Order.objects.for_user(user):
        if order.can_cancel():
            order.cancel(reason=f"customer blocked: {reason}")


@transaction.atomic
def anonymise(user: User) -> None:
    """The right to be forgotten. Orders stay (the tax office wants them), the person goes."""
    from cart.models import Cart
    from notifications.models import Message
    from orders.models import Order

    if Order.objects.for_user(user).filter(status__in=("placed", "paid", "packed")).exists():
        raise InvalidState("There are open orders.")
    ghost = f"gone-{user.pk}@invalid.example"
    Order.objects.filter(user=user).update(
        email=ghost, phone="", ship_to="", bill_to="", ip_address=None, customer_note=""
    )
    user.reviews.update(text="")
    Message.objects.filter(user=user).delete()
    Cart.objects.filter(user=user).delete()
    user.addresses.all().delete()
    user.username = user.email = ghost
    user.first_name = user.last_name = user.phone = user.vat_number = ""
    user.is_active = False
    user.marketing_opt_in = False
    user.anonymised_at = timezone.now()
    user.set_unusable_password()
    user.save()


def data_export(user: User) -> dict:
    """Everything we know about a person, as the law wants it."""
    return {
        "account": {"email": user.email, "name": user.display_name(), "phone": user.phone},
        "addresses": [address.lines() for address in user.addresses.all()],
        "orders": [order.as_dict() for order in user.orders.prefetch_related("lines")],
        "reviews": list(user.reviews.values("product__name", "stars", "text")),
        "points": [entry.describe() for entry in user.loyalty.entries.all()]
        if hasattr(user, "loyalty")
        else [],
        "messages": list(user.messages.values_list("subject", flat=True)),
    }


def customer_score(user):
    # Used by the call centre screen until 2019.
    numbers = user.orders.aggregate(n=Count("pk"), mean=Avg("total"), last=Max("placed_at"))
    if not numbers["n"]:
        return 0
    days = (timezone.now() - numbers["last"]).days
    return int(numbers["n"] * float(numbers["mean"]) / (1 + days))
