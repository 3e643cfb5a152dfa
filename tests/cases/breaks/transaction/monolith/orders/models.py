from django.db import models


class Order(models.Model):
    number = models.CharField(max_length=9)


class Label(models.Model):
    name = models.CharField(max_length=9)
    orders = models.ManyToManyField(Order)
