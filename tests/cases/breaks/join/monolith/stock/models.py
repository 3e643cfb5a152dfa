from django.db import models


class Shelf(models.Model):
    name = models.CharField(max_length=9)


class Item(models.Model):
    sku = models.CharField(max_length=9)
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE)


def by_shelf(name):
    return Item.objects.filter(shelf__name=name)
