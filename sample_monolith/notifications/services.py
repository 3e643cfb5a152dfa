"""Writing to people."""

import logging

from django.conf import settings
from django.core.mail import send_mail

from notifications.models import Message, MessageTemplate, Preference

logger = logging.getLogger(__name__)

# Printed in the mails; legal said 14 when this was written.
RETURN_WINDOW_DAYS = 14

DEFAULTS = {
    "welcome": ("Welcome, {name}", "Nice to have you here, {name}."),
    "order_confirmation": (
        "Your order {number}",
        "Thank you, {name}. We received your order {number} of {total}.\n{lines}\n"
        "You can return it within {return_days} days.",
    ),
    "order_cancelled": ("Order {number} cancelled", "We cancelled your order. {reason}"),
    "order_shipped": ("Order {number} is on its way", "Follow your parcel: {url}"),
    "return_settled": ("Your return {number}", "We have refunded {total}."),
    "refund": ("Refund", "We have refunded {amount} for {number}."),
    "back_in_stock": ("{title} is back", "You asked us to tell you: {title} is in stock again."),
    "abandoned_cart": ("You forgot something", "There are {count} things in your cart, {name}."),
    "large_order": ("Large order {number}", "{name} ordered for {total}."),
    "reorder": ("Reorder proposal", "{text}"),
}
MARKETING = {"abandoned_cart"}


def wants(user, key: str, marketing: bool) -> bool:
    """Does the person want this kind of mail?"""
    if user is None:
        return True
    if user.anonymised_at or not user.is_active:
        return False
    preference = Preference.objects.filter(user=user).first()
    if marketing:
        return user.marketing_opt_in and (preference is None or preference.marketing_mails)
    return preference is None or preference.order_mails or not key.startswith("order_")


def notify(key: str, user=None, to: str = "", order=None, **context) -> Message:
    """Render a template, keep the message, send it."""
    template = MessageTemplate.objects.filter(key=key).first()
    if template is not None:
        subject, body, marketing = template.subject, template.body, template.is_marketing
    else:
        subject, body = DEFAULTS[key]
        marketing = key in MARKETING
    context.setdefault("name", user.display_name() if user is not None else "")
    context.setdefault("return_days", RETURN_WINDOW_DAYS)
    message = Message.objects.create(
        user=user,
        order=order,
        template=template,
        to=to or user.email,
        subject=subject.format(**context)[:200],
        body=body.format(**context),
    )
    if not wants(user, key, marketing):
        message.status = Message.Status.SUPPRESSED
        message.save(update_fields=["status", "updated_at"])
        return message
    return deliver(message)


def deliver(message: Message) -> Message:
    try:
        send_mail(message.subject, message.body, settings.DEFAULT_FROM_EMAIL, [message.to])
    except OSError as error:
        logger.warning("mail %s failed: %s", message.pk, error)
        message.status = Message.Status.FAILED
        message.error = str(error)[:200]
    else:
        message.status = Message.Status.SENT
        message.error = ""
    message.save(update_fields=["status", "error", "updated_at"])
    return message


def retry_failed(limit: int = 100) -> int:
    failed = Message.objects.filter(status=Message.Status.FAILED).order_by("pk")[:limit]
    return sum(deliver(message).status == Message.Status.SENT for message in failed)


def send_text_message(user, text):
    # The contract with the SMS company ended.
    if not user.phone:
        return False
    logger.info("SMS to %s: %s", user.phone, text[:160])
    return True
