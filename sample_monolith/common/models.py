"""Abstract models that the apps build on."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from common import registry


class TimeStamped(models.Model):
    created_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Audited(TimeStamped):
    """Remembers who created a row, from the request of the current thread."""

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.pk is None and self.created_by_id is None:
            self.created_by = registry.current_user()
        super().save(*args, **kwargs)


class VisibleManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(deleted_at__isnull=True)


class SoftDeleted(models.Model):
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = VisibleManager()
    everything = models.Manager()

    class Meta:
        abstract = True

    def delete(self, using=None, keep_parents=False):
        self.deleted_at = timezone.now()
        self.save(update_fields=["deleted_at"])

    def restore(self):
        self.deleted_at = None
        self.save(update_fields=["deleted_at"])


class PublicId(models.Model):
    """A key that may be shown to customers, unlike the primary key."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
