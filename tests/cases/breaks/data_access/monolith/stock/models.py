from django.db import models


class Item(models.Model):
    sku = models.CharField(max_length=9)
    left = models.IntegerField(default=0)


def low():
    return Item.objects.filter(left__lt=3)
