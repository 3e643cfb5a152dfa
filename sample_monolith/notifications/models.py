from django.conf import settings
from django.db import models

from common.models import TimeStamped


class MessageTemplate(models.Model):
    key = models.SlugField(unique=True)
    subject = models.CharField(max_length=200)
    body = models.TextField(help_text="Python format string")
    is_marketing = models.BooleanField(default=False)

    def __str__(self):
        return self.key


class Message(TimeStamped):
    class Status(models.TextChoices):
        QUEUED = "queued", "Queued"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        SUPPRESSED = "suppressed", "Suppressed"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="messages"
    )
    order = models.ForeignKey(
        "orders.Order", null=True, blank=True, on_delete=models.CASCADE, related_name="messages"
    )
    template = models.ForeignKey(MessageTemplate, null=True, on_delete=models.SET_NULL)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]


class Preference(models.Model):
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preference"
    )
    order_mails = models.BooleanField(default=True)
    marketing_mails = models.BooleanField(default=False)
    language = models.CharField(max_length=5, default="en")
