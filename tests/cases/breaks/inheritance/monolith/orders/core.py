from django.db import models

from common.base import Service
from stock.core import Counter, CountMixin, Dated, Item, Missing, Worker


class Packer(Worker):
    pass


class Own(Service):
    pass


class Lines(CountMixin, Own):
    pass


class NoOrder(Missing):
    pass


class Order(Dated):
    number = models.CharField(max_length=9)


class GiftCard(Item):
    code = models.CharField(max_length=9)


class OrderCounter(Counter):
    pass
