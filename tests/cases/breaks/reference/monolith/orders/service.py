import stock.effects
from stock.hooks import Empty, Level, on_low, watched

from orders.registry import register


@watched
def place(sku):
    try:
        register(on_low)
    except Empty:
        return None
    return Level.LOW
