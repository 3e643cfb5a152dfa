"""What callers pass where nothing is declared."""

from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

MODELS = """
from django.db import models
class Order(models.Model):
    number = models.CharField(max_length=9)
"""
USED = "def used(thing, amount, said, both, open_=None, typed: int = 0): ...\n"
CALLS = """
from models import Order
from used import used
def first(order: Order, anything):
    used(order, 1, order.number, "a", anything, "x")
def second():
    used(Order(), 2, "b", 3, 4)
"""
TEST = "from used import used\ndef test_it():\n    used('t', 't', 't', 't', 't')\n"


def passed() -> dict[str, tuple[str, ...]]:
    files = {"models.py": MODELS, "used.py": USED, "calls.py": CALLS}
    facts = [read(Source(path, path.removesuffix(".py")), code.encode()) for path, code in files.items()]
    facts.append(read(Source("test_used.py", "test_used", role="test"), TEST.encode()))
    signature = next(one for one in resolve(facts).signatures if one.element == "used.py::used")
    return {parameter.name: parameter.passed for parameter in signature.parameters}


def test_the_types_of_all_callers_are_kept_and_one_that_is_not_known_spoils_them() -> None:
    assert passed() == {
        "thing": ("models.py::Order",),
        "amount": ("int",),
        "said": ("str", "table::order#number"),
        "both": ("int", "str"),
        "open_": (),  # `anything` may be anything
        "typed": (),  # it declares its type
    }
