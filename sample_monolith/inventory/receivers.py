from django.db.models.signals import post_save
from django.dispatch import receiver

from catalogue.models import Variant
from common.events import subscribe
from inventory.models import StockItem, Warehouse
from inventory.services import confirm_for_order, ship_reserved


@receiver(post_save, sender=Variant)
def make_shelf(sender, instance, created, raw=False, **kwargs):
    """Each new variant gets a place in the first warehouse."""
    if not created or raw:
        return
    warehouse = Warehouse.objects.first()
    if warehouse is not None:
        StockItem.objects.get_or_create(variant=instance, warehouse=warehouse)


@subscribe("payment.captured")
def keep_reservations(order, **payload):
    confirm_for_order(order)


@subscribe("order.shipped")
def take_off_the_shelf(order, **payload):
    ship_reserved(order)
