from django.db import models


class Order(models.Model):
    items = models.ManyToManyField("stock.Item", related_name="orders")
    also = models.ManyToManyField("self")
