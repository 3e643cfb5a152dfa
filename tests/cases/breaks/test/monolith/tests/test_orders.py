from orders.service import cancel, place
from stock.api import take


def test_place():
    assert place("a") == take("a")


def test_cancel():
    assert cancel("a") == place("a")
