"""Code that no service owns: what a copy of it does counts for each service that runs it."""

from pathlib import Path

from sever.cases import cut_by_folders, graph_of
from sever.monolith import monolith

from analyzer.connect import connect
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve
from analyzer.sever import sever

SAMPLE = Path(__file__).parents[2] / "sample_monolith"
LINKS = """
common/mail.py import stock/api.py 1
common/mail.py::tell call stock/api.py::take 5
common/mail.py::tell read table::stock_item 6 filter
common/admin.py import stock/api.py 1
common/admin.py::Site write table::stock_item 3 view
common/hooks.py::run call stock/api.py::take 4
common/hooks.py::run read table::stock_item 5 filter
orders/views.py::show call common/mail.py::tell 9
orders/views.py::show call common/hooks.py::run 10
stock/views.py::list call common/mail.py::tell 9
"""


def test_shared_code_reaches_into_a_service_for_those_who_run_it() -> None:
    graph, cut = monolith(LINKS, mapped="stock/api.py::Item=stock_item")
    told = [(one.key, [f"{place.file}:{place.line}" for place in one.occurrences]) for one in sever(graph, cut)]
    assert told == [
        ("call:orders->stock/api.py::take", ["common/mail.py:5"]),
        ("data_access:orders->table::stock_item:read", ["common/mail.py:6"]),
        ("data_access:the-monolith->table::stock_item:read", ["common/admin.py:3"]),
    ]  # not stock's own copy, nor what common/hooks.py cannot name: it came as an argument


TESTS = {
    "orders/api.py": "def place(): ...\ndef cancel(): ...\n",
    "stock/api.py": "def take(): ...\n",
    "stock/rows.py": "def row(): ...\n",
    "pay/api.py": "def pay(): ...\n",
    "stock/tests/test_api.py": "from orders.api import cancel, place\nfrom stock.api import take\n"
    "place(), cancel(), take()\n",
    "tests/test_stock.py": "from orders.api import cancel, place\nfrom stock.api import take\n"
    "place(), cancel(), take()\n",
    "tests/test_all.py": "from orders.api import cancel, place\nfrom stock.api import take\n"
    "place(), cancel(), take()\n",
    "tests/test_pay.py": "from orders.api import place\nfrom stock.api import take\nplace(), place(), take()\n",
    "tests/test_one.py": "from stock.api import take\ntake()\n",
}


def test_a_test_belongs_to_what_it_lies_beside_or_is_named_after_if_it_uses_it() -> None:
    facts = [
        read(
            Source(path, path.removesuffix(".py").replace("/", "."), role="test" if "test" in path else "code"),
            code.encode(),
        )
        for path, code in TESTS.items()
    ]
    graph = connect(facts, resolve(facts))
    cut = cut_by_folders(graph, {"orders/": "orders", "stock/": "stock", "pay/": "pay"})
    found = [(one.source, one.source_service, one.target_service) for one in sever(graph, cut) if one.kind == "test"]
    assert found == [
        ("stock/tests/test_api.py", "stock", "orders"),
        ("tests/test_all.py", "orders", "stock"),
        ("tests/test_pay.py", "orders", "stock"),
        ("tests/test_stock.py", "stock", "orders"),
    ]


def test_helpers_of_one_module_are_one_decision() -> None:
    links = "".join(
        f"{service}/a.py::f call tools/text.py::{name} {number}\n"
        for number, (service, name) in enumerate((("a", "trim"), ("b", "trim"), ("a", "pad"), ("a", "keep")), 1)
    )
    graph, cut = monolith(
        f"{links}tools/text.py::keep write table::tools_item 9", mapped="tools/rows.py::Item=tools_item"
    )
    told = {one.key: dict(one.facts).get("one decision") for one in sever(graph, cut)}
    assert told == {
        "call:a->tools/text.py::keep": None,
        "call:a->tools/text.py::pad": "2 helpers of tools/text.py: 3 breaks in 3 places",
        "call:a->tools/text.py::trim": "2 helpers of tools/text.py: 3 breaks in 3 places",
        "call:b->tools/text.py::trim": "2 helpers of tools/text.py: 3 breaks in 3 places",
    }


def test_the_samples_drifted_constants_are_found_but_for_the_one_without_a_name() -> None:
    """As in its reference; the coupon limit is written a second time as a bare number."""
    graph = graph_of(SAMPLE)
    areas = {f"{file.partition('/')[0]}/": file.partition("/")[0] for file in graph.elements["file"] if "/" in file}
    told = [one.detail for one in sever(graph, cut_by_folders(graph, areas)) if " has a copy of " in one.detail]
    words = [detail.partition(" has a copy of ")[2].split() for detail in told]
    assert sorted((name, "drifted" if how == "other" else how) for name, _, _, _, how, *_ in words) == [
        ("FREE_SHIPPING_FROM", "drifted"),
        ("FREE_SHIPPING_FROM", "equal"),
        ("HOME_COUNTRY", "equal"),
        ("PAID_STATUSES", "drifted"),
        ("RESERVATION_MINUTES", "drifted"),
        ("RETURN_WINDOW_DAYS", "drifted"),
        ("VAT_REDUCED", "drifted"),
        ("VAT_STANDARD", "equal"),
    ]
