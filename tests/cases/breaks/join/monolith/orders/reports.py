from django.db import connection
from django.db.models import Sum

from orders.models import Line


def with_items():
    return Line.objects.select_related("item")


def of_sku(sku):
    return Line.objects.filter(item__sku=sku)


def raw():
    with connection.cursor() as cursor:
        cursor.execute("SELECT l.count, i.sku FROM orders_line l JOIN stock_item i ON i.id = l.item_id")
        return cursor.fetchall()


def own():
    return Line.objects.filter(order__number="1")


def counted():
    return Line.objects.values("item__sku").annotate(n=Sum("count"))
