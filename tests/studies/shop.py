# ruff: noqa: E501 - hand-built values read best one to a line
"""A believable small shop: three services and a shared module, with one of everything a report shows."""

from studies.build import Element, Link, cut_of, dotted, empty_views, graph_of, remedy

from analyzer.model.breaks import Break, Occurrence, TableOwner
from analyzer.model.consequence import Consequence
from analyzer.model.contract import Contract, Operation
from analyzer.model.cut import Alternative, Service
from analyzer.model.excerpt import Excerpt
from analyzer.model.graph import Column, Event, Graph, Join, Relation, Route, Table, Task, Transaction, TransactionStep
from analyzer.model.problem import Problem
from analyzer.model.roadmap import Effort, Roadmap, Step, Wave
from analyzer.model.score import Baseline, Score, Verdict
from analyzer.model.source import Source
from analyzer.model.study import Study
from analyzer.sever import find_seams

SHOP_SERVICES = [
    Service("catalogue", "Catalogue", "Products and prices", "team-browse", ("product", "price", "category"), 0.97),
    Service("orders", "Orders", "From basket to receipt", "team-buy", ("order", "basket", "line"), 0.91),
    Service("payments", "Payments", "Charges and refunds", "team-money", ("payment", "refund"), 0.72),
]
SHOP_ELEMENTS: list[Element] = [
    ("shop/catalogue/models.py", "catalogue"),
    ("shop/catalogue/models.py::Product", "catalogue"),
    ("shop/catalogue/prices.py", "catalogue"),
    ("shop/catalogue/prices.py::price_of", "catalogue"),
    ("shop/orders/models.py", "orders"),
    ("shop/orders/models.py::Order", "orders"),
    ("shop/orders/views.py", "orders"),
    ("shop/orders/views.py::checkout", "orders"),
    ("shop/payments/gateway.py", "payments"),
    ("shop/payments/gateway.py::charge", "payments"),
    ("shop/payments/models.py", "payments"),
    ("shop/payments/models.py::Payment", "payments"),
    ("shop/common/money.py", ""),
    ("shop/common/money.py::Money", ""),
    ("table::catalogue_product", "catalogue"),
    ("table::orders_order", "orders"),
    ("table::payments_payment", "payments"),
]
SHOP_LINKS: list[Link] = [
    ("shop/orders/views.py", "shop/catalogue/prices.py", "import", 3),
    ("shop/orders/views.py::checkout", "shop/catalogue/prices.py::price_of", "call", 14),
    ("shop/orders/views.py::checkout", "shop/catalogue/prices.py::price_of", "call", 21),
    ("shop/orders/views.py::checkout", "shop/payments/gateway.py::charge", "call", 25),
    ("shop/orders/views.py::checkout", "shop/orders/models.py::Order", "call", 18),
    ("shop/orders/views.py::checkout", "table::orders_order", "write", 18),
    ("shop/orders/views.py::checkout", "table::catalogue_product", "read", 15),
    ("shop/catalogue/prices.py::price_of", "shop/catalogue/models.py::Product", "reference", 8),
    ("shop/catalogue/prices.py::price_of", "shop/common/money.py::Money", "call", 9),
    ("shop/payments/gateway.py::charge", "shop/payments/models.py::Payment", "call", 31),
    ("shop/payments/gateway.py::charge", "table::payments_payment", "write", 31),
    ("shop/payments/gateway.py::charge", "shop/orders/models.py::Order", "reference", 33),
    ("shop/payments/models.py::Payment", "shop/common/money.py::Money", "reference", 5),
    ("table::payments_payment", "table::orders_order", "relation", 6),
    ("shop/payments/gateway.py::charge", "shop/orders/views.py::checkout", "publish", 40),
]


def shop_breaks() -> tuple[Break, ...]:
    checkout, price = "shop/orders/views.py::checkout", "shop/catalogue/prices.py::price_of"
    charge, order = "shop/payments/gateway.py::charge", "shop/orders/models.py::Order"
    views = "shop/orders/views.py"
    return (
        Break(
            f"call:{checkout}->{price}", "call", checkout, price, "orders", "catalogue",
            (Occurrence(views, 14, checkout, price, in_loop=True), Occurrence(views, 21, checkout, price)),
            remedy("batch_operation", "Ask for all prices at once", "with_loss"),
        ),
        Break(
            f"call:{checkout}->{charge}", "call", checkout, charge, "orders", "payments",
            (Occurrence(views, 25, checkout, charge, in_request=True),),
            remedy("rest_operation", "POST /charges"),
        ),
        Break(
            "foreign_key:payments_payment->orders_order", "foreign_key", "table::payments_payment",
            "table::orders_order", "payments", "orders",
            (Occurrence("shop/payments/models.py", 6, "shop/payments/models.py::Payment", order),),
            remedy("identifier_and_transfer_object", "Keep the order's identifier", "decision"),
            facts=(("on_delete", "CASCADE"),),
        ),
        Break(
            f"transaction:{checkout}", "transaction", checkout, charge, "orders", "payments",
            (Occurrence(views, 17, checkout, charge),),
            remedy("saga", "Make it a saga with a refund", "decision"),
        ),
    )  # fmt: skip


def shop_verdict() -> Verdict:
    scores = (
        Score("ICP", 0.31, "", "lower", "share", "Calls that would cross the network.", "Briand 1998"),
        Score("modularity", 0.42, "", "higher", "index", "Links inside services beyond chance.", "Newman 2004"),
        Score("CQ", None, "No traces were given.", "higher", "share", "Seen at run time.", ""),
        Score("cohesion", 0.8, "", "higher", "share", "Links that stay inside.", "", "orders"),
    )
    return Verdict(
        "split", 0.78, "Split into three services; take payments out last.",
        ("Three vocabularies hardly overlap.", "Two in three calls stay inside.", "Tables have one writer each."),
        ("Checkout is one transaction over two services.", "A foreign key crosses.", "A loop asks for prices."),
        ("Two in eleven references could not be resolved.",), 0.82, scores,
        (Baseline("whole", 1, (Score("modularity", 0.0),)), Baseline("packages", 4, (Score("modularity", 0.35),))),
    )  # fmt: skip


def shop_roadmap() -> Roadmap:
    step = Step(
        "step-1", "Put prices behind a function", "prepare", "catalogue", (), (shop_breaks()[0].key,),
        ("shop/catalogue/prices.py",), ("tests/test_prices.py",), Effort(1.0, 3.0, (("call site", 2, 0.5, 1.5),)), "low",
        ("Two call sites.",), "It stands in the way of everything else.", "Revert one commit.",
    )  # fmt: skip
    last = Step(
        "step-2", "Extract payments", "extract", "payments", ("step-1",), (shop_breaks()[3].key,), (), (),
        Effort(5.0, 12.0, ()), "high", ("A transaction spans services.",), "Few depend on it.", "Route back.",
    )  # fmt: skip
    waves = (Wave(1, "Prepare", "No behaviour changes.", (step,)), Wave(2, "Extract", "One service.", (last,)))
    return Roadmap(waves, ("Order and basket stay together.",), Effort(6.0, 15.0, ()), ("Doubles without tests.",))


def shop_graph() -> Graph:
    return graph_of(
        SHOP_ELEMENTS,
        SHOP_LINKS,
        tables=tuple(
            Table(f"table::{name}", name, element, dotted(path), path, 3, (Column("id", "integer", primary_key=True),))
            for name, path, element in (
                ("catalogue_product", "shop/catalogue/models.py", "shop/catalogue/models.py::Product"),
                ("orders_order", "shop/orders/models.py", "shop/orders/models.py::Order"),
                ("payments_payment", "shop/payments/models.py", "shop/payments/models.py::Payment"),
            )
        ),
        relations=(
            Relation(
                "table::payments_payment",
                "table::orders_order",
                "foreign_key",
                "order",
                "orders.Order",
                "CASCADE",
                "",
                "",
                "shop/payments/models.py",
                6,
            ),
        ),
        joins=(
            Join(
                "shop/orders/views.py::checkout",
                ("table::orders_order", "table::catalogue_product"),
                "raw_sql",
                "SELECT 1",
                "shop/orders/views.py",
                30,
            ),
        ),
        transactions=(
            Transaction(
                "shop/orders/views.py::checkout",
                "atomic",
                "shop/orders/views.py",
                17,
                26,
                (
                    TransactionStep("write", "table::orders_order", 18),
                    TransactionStep("call", "shop/payments/gateway.py::charge", 25),
                ),
            ),
        ),
        routes=(
            Route("/checkout/", ("POST",), "shop/orders/views.py::checkout", "checkout", "django", "shop/urls.py", 4),
        ),
        tasks=(Task("shop/payments/gateway.py::charge", "shop.charge", "money", "", "shop/payments/gateway.py", 29),),
        events=(
            Event(
                "shop.paid",
                "publish",
                "shop/payments/gateway.py::charge",
                "",
                ("order",),
                "shop/payments/gateway.py",
                40,
            ),
        ),
    )


def shop_study() -> Study:
    """Three services and a shared module, with one of everything a report shows."""
    modules = [key for key, _ in SHOP_ELEMENTS if "::" not in key]
    sources = [Source(path, dotted(path)) for path in modules] + [Source("shop/tests.py", "shop.tests", role="test")]
    members = tuple((key, service or "shared") for key, service in SHOP_ELEMENTS if "::" not in key)
    alternatives = (
        Alternative("coarse", 0.5, 2, 0.99, 0.35, recommended=False, members=members),
        Alternative("middle", 1.0, 3, 0.95, 0.42, recommended=True, members=members),
        Alternative("fine", 2.0, 5, 0.6, 0.38, recommended=False, members=members),
    )
    charge = "shop/payments/gateway.py::charge"
    return Study(
        name="shop", version="0.1.0", sources=tuple(sorted(sources)),
        problems=(Problem("shop/broken.py", 3, "read", "The file does not parse.", "It was left out.", "loss"),),
        graph=shop_graph(), views=empty_views(), cut=cut_of(SHOP_ELEMENTS, SHOP_SERVICES, alternatives),
        verdict=shop_verdict(), breaks=shop_breaks(),
        owners=(
            TableOwner("table::orders_order", "orders", 1.0, contested=False, claims=(("orders", 2, 3),), reason="Only writer."),
            TableOwner("table::payments_payment", "payments", 0.6, contested=True, claims=(("orders", 4, 1), ("payments", 1, 2)), reason="Two writers."),
        ),
        consequences=(Consequence("payments", "failure", 2.0, "services", "Two services stop when it stops.", ((charge, "shop/payments/gateway.py", 25),)),),
        contracts=(Contract("payments", (Operation("charge", "POST", "/charges", charge, "Charge a card", consumers=("orders",), breaks=(shop_breaks()[1].key,)),)),),
        roadmap=shop_roadmap(),
        excerpts=(Excerpt("shop/orders/views.py", 14, 12, "def checkout(request):\n    for line in basket:\n        price_of(line)\n"),),
        seams=find_seams(shop_graph()), settings=(("seed", "20260"),),
    )  # fmt: skip
