from django.db import models


class Order(models.Model):
    number = models.CharField(max_length=9)


class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    item = models.ForeignKey("stock.Item", on_delete=models.CASCADE)
    count = models.IntegerField()
