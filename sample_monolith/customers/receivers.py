"""What happens to a customer when something happens elsewhere."""

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_save
from django.dispatch import receiver

from common.events import subscribe
from customers import loyalty
from customers.models import LoyaltyAccount, User
from orders.signals import order_cancelled, return_received


@receiver(post_save, sender=User)
def open_loyalty_account(sender, instance, created, raw=False, **kwargs):
    if created and not raw:
        LoyaltyAccount.objects.get_or_create(user=instance)


@receiver(user_logged_in)
def take_cart_along(sender, request, user, **kwargs):
    """The cart of the anonymous visitor becomes the cart of the customer."""
    from cart.services import merge_session_cart

    if request is not None and hasattr(request, "session"):
        merge_session_cart(request, user)


@subscribe("payment.captured")
def earn_points(order, payment, **payload):
    loyalty.earn(order)


@receiver(order_cancelled)
def restore_points(sender, order, **kwargs):
    loyalty.give_back_spent(order)
    loyalty.take_back(order)


@receiver(return_received)
def remove_points(sender, return_request, **kwargs):
    order = return_request.order
    if order.subtotal:
        value = sum(line.value() for line in return_request.lines.all())
        loyalty.take_back(order, share=value / order.subtotal)
