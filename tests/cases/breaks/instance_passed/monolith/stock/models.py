from django.db import models


class Item(models.Model):
    sku = models.CharField(max_length=9)
    left = models.IntegerField(default=0)
    weight = models.IntegerField(default=0)


def item_of(sku) -> Item:
    return Item.objects.get(sku=sku)


def left_of(sku) -> int:
    return item_of(sku).left
