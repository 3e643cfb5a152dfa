from stock.api import take


def test_take():
    assert take("a") == "a"
