from django.db import models

from stock.models import Shelf


class Order(models.Model):
    number = models.CharField(max_length=9)


class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    item = models.ForeignKey("stock.Item", on_delete=models.CASCADE, related_name="lines")
    shelf = models.ForeignKey(Shelf, null=True, on_delete=models.SET_NULL)
    spare = models.ForeignKey("stock.Item", null=True, on_delete=models.DO_NOTHING, related_name="+")
