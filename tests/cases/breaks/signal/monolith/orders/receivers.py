from django.db.models.signals import post_save
from django.dispatch import receiver

from stock.models import Item, item_empty


@receiver(item_empty)
def stop_selling(sender, sku, **kwargs):
    print(sku)


@receiver(post_save, sender=Item)
def index(sender, instance, **kwargs):
    print(instance)
