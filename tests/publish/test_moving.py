import pytest

from analyzer.publish.moving.extract import extract

PRICES = '''
from __future__ import annotations
import os
import math
from decimal import Decimal, ROUND_HALF_UP
from shop import settings

CENT = Decimal("0.01")
CACHE = {}

class Negative(ValueError):
    """Money below nothing."""

def rounded(value):  # half up
    return value.quantize(CENT, rounding=ROUND_HALF_UP)

def tax(price: Decimal, rate: int = 19) -> Decimal:
    """The tax in a price."""
    if price < 0:
        raise Negative(price)
    return rounded(price * rate / 100)

def stored(price):
    CACHE[price] = 1

def known(price):
    return CACHE.get(price)

def configured(price):
    return price * settings.RATE

def reads(path):
    return open(path).read()

def tricks(price):
    return price.__class__

def environment():
    return os.environ

async def later(price):
    return price

def endless(price):
    yield price
'''
TAX = '''from __future__ import annotations
from decimal import Decimal
from decimal import ROUND_HALF_UP


CENT = Decimal("0.01")


class Negative(ValueError):
    """Money below nothing."""


def rounded(value):  # half up
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def tax(price: Decimal, rate: int = 19) -> Decimal:
    """The tax in a price."""
    if price < 0:
        raise Negative(price)
    return rounded(price * rate / 100)
'''


def test_a_function_comes_with_all_it_needs() -> None:
    assert extract(PRICES, "tax") == TAX


@pytest.mark.parametrize(
    "name",
    [
        "stored",
        "known",
        "configured",
        "reads",
        "tricks",
        "environment",
        "later",
        "endless",
        "Negative",
        "CENT",
        "absent",
    ],
)
def test_what_needs_more_stays(name: str) -> None:
    assert extract(PRICES, name) == ""


@pytest.mark.parametrize(
    "text",
    [
        "from json import codecs\ndef f(p):\n    return codecs.open(p)\n",
        "import re\ndef f(p):\n    return re.sys\n",
        "@cached\ndef f(p):\n    return p\n",
        "def f(p):\n    return p  # \u202e\n",
        "def f(p):\n    import os\n    return os\n",
        "def f(p): return p\ndef f(p): return 2\n",
        "def f(p:\n",
    ],
)
def test_no_trick_gets_code_moved(text: str) -> None:
    assert extract(text, "f") == ""


def test_comments_and_layout_come_along() -> None:
    text = """import math

# not about the constant

# Pieces in a box; the packers count by hand.
# Ask them before you change it.
BOX = 12  # a dozen

def boxes(pieces):
    # A box that is begun is a box.
    return math.ceil(
        pieces / BOX,
    )
"""
    assert (
        extract(text, "boxes")
        == """import math


# Pieces in a box; the packers count by hand.
# Ask them before you change it.
BOX = 12  # a dozen


def boxes(pieces):
    # A box that is begun is a box.
    return math.ceil(
        pieces / BOX,
    )
"""
    )
