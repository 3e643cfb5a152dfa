from django.db import models


class Offer(models.Model):
    item = models.OneToOneField("stock.Item", on_delete=models.PROTECT)
