from platform.bus import bus
from stock.events import Counted


def promise(event):
    print(event.sku)


bus.hear(Counted, promise)
