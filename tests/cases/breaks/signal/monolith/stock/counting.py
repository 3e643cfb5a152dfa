from platform.bus import bus
from stock.events import Counted, Lost


def count(skus):
    for sku in skus:
        bus.tell(Counted(sku))


def lose(sku):
    bus.tell(Lost(sku))


def note(event):
    print(event.sku)


bus.hear(Lost, note)
