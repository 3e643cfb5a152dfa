from django.db import models


class Item(models.Model):
    sku = models.CharField(max_length=9)
    left = models.IntegerField(default=0)


def take(sku):
    Item.objects.filter(sku=sku).update(left=0)


def give_back(sku):
    Item.objects.filter(sku=sku).update(left=1)
