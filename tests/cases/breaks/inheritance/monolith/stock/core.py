from django.db import models

from common.base import Service


class Worker(Service):
    def work(self):
        return self.run()


class CountMixin:
    def count(self):
        return 0


class Missing(Exception):
    pass


class Dated(models.Model):
    made = models.DateField()

    class Meta:
        abstract = True


class Item(models.Model):
    sku = models.CharField(max_length=9)


class BigItem(Item):
    weight = models.IntegerField()


class Counter:
    def count(self):
        return Item.objects.count()
