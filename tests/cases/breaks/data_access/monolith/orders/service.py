from django.db import connection

from orders.models import Order
from stock.models import Item


def place(skus):
    order = Order.objects.create(number="1")
    for sku in skus:
        item = Item.objects.get(sku=sku)
        item.left = item.left - 1
        item.save()
    return order


def clear():
    Item.objects.filter(left=0).delete()


def count():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM stock_item WHERE left > 0")
        return cursor.fetchone()[0]


def is_item(thing):
    return isinstance(thing, Item)


def own():
    return Order.objects.count()
