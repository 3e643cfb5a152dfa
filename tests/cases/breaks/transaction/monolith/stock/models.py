from django.db import models
from django.db.models.signals import post_save
from django.dispatch import receiver
from orders.models import Label


class Item(models.Model):
    sku = models.CharField(max_length=9)
    left = models.IntegerField(default=0)


def take(sku):
    Item.objects.filter(sku=sku).update(left=0)


def give_back(sku):
    Item.objects.filter(sku=sku).update(left=1)


@receiver(post_save, sender=Label)
def count(sender, instance, **kwargs):
    Item.objects.create(sku=instance.name)
