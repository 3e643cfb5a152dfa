from django.db import models
from django.dispatch import Signal

item_empty = Signal()


class Item(models.Model):
    sku = models.CharField(max_length=9)


def take(item):
    item_empty.send(sender=Item, sku=item.sku, count=1)
