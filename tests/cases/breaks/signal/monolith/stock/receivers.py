from django.dispatch import receiver

from stock.models import item_empty


@receiver(item_empty)
def refill(sender, sku, **kwargs):
    print(sku)
