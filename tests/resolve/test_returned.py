"""What functions give back where nobody declares it."""

from analyzer.model.graph import Parameter
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

MODELS = """
from django.db import models
class Order(models.Model):
    number = models.CharField(max_length=9)
    def rename(self, number):
        self.number = number
    def renamed(self):
        if self.number:
            return None
        self.rename("x")
        return self
"""
FUNCTIONS = """
from models import Order
class Plug:
    def run(self):
        pass
    def quiet(self):
        pass
class Special(Plug):
    def run(self):
        return 1
def nothing(order):
    order.rename("a")
def early(order):
    if order:
        return
    raise ValueError
def loops(lines):
    for line in lines:
        if line:
            return line.price > 3
    return False
def forever():
    while True:
        return "a" + "b"
def maybe(pk):
    return Order.objects.filter(pk=pk).first() or None
def many():
    return Order.objects.all()
def column(pk):
    order = Order.objects.get(pk=pk)
    return order.number
def handed_on(pk):
    return column(pk)
def declared(pk) -> int:
    return column(pk)
def counts(rows):
    n = 0
    for _ in rows:
        n += 1
    return n
def stream():
    yield 1
def echo(value):
    return value
def sum_of(lines):
    total = 0
    for line in lines:
        total += line.price
    return total
def chosen(a, b, flag):
    return None if flag else a * b
def stored(box):
    box.value = None
    box.value = external()
    return box.value
def outside():
    import requests
    return requests.get("x").json()
def raises():
    raise NotImplementedError
def perhaps(pk):
    found = None
    if pk:
        found = Order.objects.get(pk=pk)
    return found
def again(n):
    return again(n - 1)
"""
RECORDS = """
from models import Order
def card(order: Order, note):
    found = {"id": 1, "number": order.number, "note": note}
    if note:
        found["extra"] = "x"
    return found
def either(flag):
    if flag:
        return {"ok": True, "why": "a"}
    return {"ok": False}
def or_nothing(flag):
    if flag:
        return {"ok": True}
def spread(other):
    return {"ok": True, **other}
def keyed(name):
    return {name: 1}
def mixed(flag):
    return {"ok": True} if flag else dict(a=1)
"""
TEST = "def test_it():\n    return 1\n"


def signatures() -> dict[str, tuple[tuple[str, ...], tuple[Parameter, ...]]]:
    files = {"models.py": MODELS, "functions.py": FUNCTIONS, "records.py": RECORDS}
    facts = [read(Source(path, path.removesuffix(".py")), code.encode()) for path, code in files.items()]
    facts.append(read(Source("test_it.py", "test_it", role="test"), TEST.encode()))
    return {one.element.partition("::")[2]: (one.returned, one.returned_fields) for one in resolve(facts).signatures}


def test_the_types_of_all_return_statements_are_kept() -> None:
    order = "models.py::Order"
    assert {name: types for name, (types, fields) in signatures().items() if types and not fields} == {
        "Order.rename": ("NoneType",),
        "Order.renamed": ("NoneType", order),
        "Plug.quiet": ("NoneType",),
        "Special.run": ("int",),
        "nothing": ("NoneType",),
        "early": ("NoneType",),
        "loops": ("bool",),
        "forever": ("NoneType", "str"),  # that this loop never ends is not looked at
        "maybe": ("NoneType", order),  # and `perhaps` is not known: None is dropped where paths meet
        "many": (f"{order}[]",),
        "column": ("table::order#number",),
        "handed_on": ("table::order#number",),
        "counts": ("int",),
        "spread": ("dict",),
        "keyed": ("dict",),
        "mixed": ("dict",),
    }


def field(name: str, *passed: str, optional: bool = False) -> Parameter:
    return Parameter(name, "keyword_only", default="..." * optional, passed=passed)


def test_a_dict_that_is_written_out_has_known_keys() -> None:
    assert {name: found for name, found in signatures().items() if found[1]} == {
        "card": (
            ("dict",),
            (
                field("id", "int"),
                field("number", "table::order#number"),
                field("note"),
                field("extra", "str", optional=True),
            ),
        ),
        "either": (("dict",), (field("ok", "bool"), field("why", "str", optional=True))),
        "or_nothing": (("NoneType", "dict"), (field("ok", "bool"),)),
    }
