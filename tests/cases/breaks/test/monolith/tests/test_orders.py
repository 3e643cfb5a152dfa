from unittest import mock

from orders.service import cancel, place
from stock.api import take


def test_place():
    assert place("a") == take("a")


def test_cancel():
    with mock.patch("stock.api.take"):
        assert cancel("a") == place("a")
