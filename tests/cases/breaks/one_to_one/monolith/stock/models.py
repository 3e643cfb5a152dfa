from django.db import models


class Item(models.Model):
    sku = models.CharField(max_length=9)


class Picture(models.Model):
    item = models.OneToOneField(Item, on_delete=models.CASCADE)
