from django.db import transaction

from orders.models import Label, Order
from stock.models import Item, give_back, take


def place(sku):
    with transaction.atomic():
        order = Order.objects.create(number="1")
        try:
            take(sku)
        except ValueError:
            give_back(sku)
    return order


@transaction.atomic
def rename(number):
    Order.objects.create(number=number)
    Order.objects.filter(number=number).update(number="2")


@transaction.atomic
def copy(number):
    if Item.objects.exists():
        Order.objects.create(number=number)


@transaction.atomic
def title(name):
    return Label.objects.create(name=name)


@transaction.atomic
def tag(known: Label, order):
    known.orders.add(order)
