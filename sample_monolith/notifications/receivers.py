"""Mails that follow from what happens elsewhere."""

from decimal import Decimal

from django.conf import settings
from django.db.models.signals import post_save
from django.dispatch import receiver

from common.events import subscribe
from customers.models import User
from notifications.models import Preference
from notifications.services import notify
from orders.signals import order_placed
from payments.models import Refund

LARGE_ORDER = Decimal("1000")


@receiver(post_save, sender=User)
def welcome(sender, instance, created, raw=False, **kwargs):
    if not created or raw:
        return
    Preference.objects.get_or_create(
        user=instance, defaults={"marketing_mails": instance.marketing_opt_in}
    )
    from shop.tasks import send_welcome

    send_welcome.delay(instance.pk)


@receiver(order_placed)
def warn_about_large_order(sender, order, **kwargs):
    if order.total >= LARGE_ORDER:
        notify(
            "large_order",
            to=settings.DEFAULT_FROM_EMAIL,
            order=order,
            number=order.number,
            name=order.customer_name(),
            total=order.total,
        )


@receiver(post_save, sender=Refund)
def tell_about_refund(sender, instance, created, **kwargs):
    # A return has its own mail.
    if not created or instance.return_request_id is not None:
        return
    order = instance.payment.order
    notify(
        "refund",
        user=order.user,
        to=order.email,
        order=order,
        amount=instance.amount,
        number=order.number,
    )


@subscribe("order.paid")
def forget_cart_reminder(order_id, **payload):
    from cart.models import Cart

    Cart.objects.filter(order__pk=order_id).update(reminded_at=None)
