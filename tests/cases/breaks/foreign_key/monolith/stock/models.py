from django.db import models


class Shelf(models.Model):
    name = models.CharField(max_length=9)
    inside = models.ForeignKey("self", null=True, on_delete=models.CASCADE)


class Item(models.Model):
    shelf = models.ForeignKey(Shelf, on_delete=models.PROTECT)
