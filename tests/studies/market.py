# ruff: noqa: E501 - hand-built values read best one to a line
"""Three services with one of everything a contract can hold: tables, actions, routes, exceptions, events, tasks."""

from studies.build import Element, Link, cut_of, empty_views, graph_of, remedy
from studies.shop import shop_roadmap, shop_verdict

from analyzer.model.breaks import Break, Occurrence
from analyzer.model.cut import Cut, Service
from analyzer.model.graph import Column, Event, Graph, Parameter, Route, Signature, Table, Task
from analyzer.model.study import Study
from analyzer.publish import publish

ORDERS, STOCK, BILLING = "market/orders", "market/stock", "market/billing"
ORDER, LINE = f"{ORDERS}/models.py::Order", f"{ORDERS}/models.py::OrderLine"
ITEM, RESERVE = f"{STOCK}/models.py::StockItem", f"{STOCK}/services.py::reserve"
AVAILABLE, OUT_OF_STOCK = f"{STOCK}/services.py::available", f"{STOCK}/errors.py::OutOfStock"
STOCK_ERROR, TAX = f"{STOCK}/errors.py::StockError", f"{BILLING}/tax.py::tax_for"
QUOTE = f"{BILLING}/services.py::quote"
LIST = f"{BILLING}/services.py::list"
INVOICE, CHECKOUT = f"{BILLING}/services.py::invoice", f"{ORDERS}/views.py::checkout"
ADDRESS, CHANNEL = f"{BILLING}/types.py::Address", f"{BILLING}/types.py::Channel"

MARKET_SERVICES = [Service("billing", "Billing"), Service("orders", "Orders"), Service("stock", "Stock")]
MARKET_ELEMENTS: list[Element] = [
    (f"{ORDERS}/models.py", "orders"), (ORDER, "orders"), (f"{ORDER}.total", "orders"), (f"{ORDER}.cancel", "orders"),
    (LINE, "orders"), (f"{ORDERS}/views.py", "orders"), (CHECKOUT, "orders"), (f"{ORDERS}/views.py::order_detail", "orders"),
    (f"{ORDERS}/signals.py", "orders"), (f"{ORDERS}/signals.py::order_placed", "orders"),
    (f"{STOCK}/models.py", "stock"), (ITEM, "stock"), (f"{STOCK}/services.py", "stock"), (RESERVE, "stock"), (AVAILABLE, "stock"),
    (f"{STOCK}/errors.py", "stock"), (OUT_OF_STOCK, "stock"), (STOCK_ERROR, "stock"), (f"{STOCK}/receivers.py", "stock"),
    (f"{STOCK}/receivers.py::on_placed", "stock"),
    (f"{BILLING}/tax.py", "billing"), (TAX, "billing"), (f"{BILLING}/services.py", "billing"), (INVOICE, "billing"), (QUOTE, "billing"), (LIST, "billing"),
    (f"{BILLING}/types.py", "billing"), (ADDRESS, "billing"), (CHANNEL, "billing"), (f"{BILLING}/tasks.py", "billing"),
    (f"{BILLING}/tasks.py::send_invoice", "billing"),
    ("table::orders_order", "orders"), ("table::orders_line", "orders"), ("table::stock_item", "stock"),
]  # fmt: skip
MARKET_LINKS: list[Link] = [
    (CHECKOUT, RESERVE, "call", 10), (CHECKOUT, AVAILABLE, "call", 9), (CHECKOUT, INVOICE, "call", 12),
    (CHECKOUT, f"{BILLING}/tasks.py::send_invoice", "task", 14), (CHECKOUT, TAX, "call", 11),
    (RESERVE, "table::stock_item", "write", 5), (OUT_OF_STOCK, STOCK_ERROR, "inherit", 4),
    (INVOICE, f"{ORDER}.total", "call", 8), (INVOICE, "table::orders_order", "write", 9),
]  # fmt: skip


def _parameter(name: str, annotation: str = "", default: str = "", **more: str) -> Parameter:
    return Parameter(name, more.pop("kind", "positional"), annotation, more.pop("key", ""), default)  # type: ignore[arg-type]


MARKET_SIGNATURES = (
    Signature(ORDER, (), flavour="orm", docstring="What a customer wants."),
    Signature(f"{ORDER}.total", (_parameter("self"),), "Decimal", docstring="The sum of the lines."),
    Signature(f"{ORDER}.cancel", (_parameter("self"), _parameter("reason", "str", "''")), "None"),
    Signature(RESERVE, (_parameter("sku", "str"), _parameter("quantity", "int", "1"), _parameter("note", kind="keyword_only", default="None")), "int", raises=(OUT_OF_STOCK,), docstring="Reserve stock."),
    Signature(AVAILABLE, (_parameter("skus", "list[str]"),), "dict[str, int]", docstring="What is there."),
    Signature(OUT_OF_STOCK, (), flavour="exception", docstring="There is not enough."),
    Signature(STOCK_ERROR, (), flavour="exception"),
    Signature(TAX, (_parameter("amount", "Decimal"), _parameter("country", default='"DE"')), "Decimal", raises=("ValueError",)),
    Signature(INVOICE, (_parameter("order", "Order", key=ORDER), _parameter("address", "Address | None", "None", key=ADDRESS), _parameter("channel", "Channel", "Channel.MAIL"), _parameter("extra", kind="var_keyword")), "Address"),
    Signature(LIST, (_parameter("list", "list[int]"), _parameter("said", "str", "'list'")), "list[str]"),
    Signature(QUOTE, (_parameter("number", "str"),), returned=("dict",), returned_fields=(Parameter("total", "keyword_only", passed=("decimal.Decimal",)), Parameter("class", "keyword_only", default="...", passed=("str",)), Parameter("extra", "keyword_only"))),
    Signature(ADDRESS, (), flavour="dataclass", fields=(_parameter("street", "str"), _parameter("city", "str"), _parameter("since", "date", "None"), _parameter("parts", "tuple[str, ...]", "()"))),
    Signature(CHANNEL, (), flavour="enum", fields=(_parameter("MAIL", default="'mail'"), _parameter("POST", default="'post'"))),
    Signature(f"{ORDERS}/views.py::order_detail", (_parameter("request"), _parameter("pk", "int"))),
    Signature(f"{BILLING}/tasks.py::send_invoice", (_parameter("order_id", "int"), _parameter("copies", default="1"))),
)  # fmt: skip
MARKET_TABLES = (
    Table("table::orders_order", "orders_order", ORDER, "market.orders.models", f"{ORDERS}/models.py", 5, (
        Column("id", "integer", primary_key=True, has_default=True),
        Column("number", "string", unique=True, max_length=20),
        Column("status", "string", choices=("open", "paid", "sent"), has_default=True),
        Column("total_price", "decimal", digits=10, decimals=2),
        Column("placed_at", "datetime", nullable=True),
        Column("paid", "boolean", has_default=True),
    )),
    Table("table::orders_line", "orders_line", LINE, "market.orders.models", f"{ORDERS}/models.py", 30, (
        Column("id", "integer", primary_key=True), Column("order", "integer", references="table::orders_order"),
        Column("extra", "json"),
    )),
    Table("table::stock_item", "stock_item", ITEM, "market.stock.models", f"{STOCK}/models.py", 3, (
        Column("sku", "string", primary_key=True, max_length=32), Column("quantity", "integer"),
    )),
)  # fmt: skip


def market_graph() -> Graph:
    return graph_of(
        MARKET_ELEMENTS, MARKET_LINKS, tables=MARKET_TABLES, signatures=MARKET_SIGNATURES,
        routes=(
            Route("/orders/<int:pk>/", ("GET",), f"{ORDERS}/views.py::order_detail", "order-detail", "django", "u.py", 1),
            Route("^checkout/$", ("POST",), CHECKOUT, "checkout", "django", "u.py", 2),
            Route("/<str:page>/", ("GET",), CHECKOUT, "page", "django", "u.py", 3),
        ),
        tasks=(Task(f"{BILLING}/tasks.py::send_invoice", "send_invoice", "", "", "t.py", 1),),
        events=(
            Event("market.orders.signals.order_placed", "publish", CHECKOUT, "", ("sender", "order"), "v.py", 20),
            Event("market.orders.signals.order_placed", "subscribe", f"{STOCK}/receivers.py::on_placed", "", ("order",), "r.py", 3),
        ),
    )  # fmt: skip


def _break(kind: str, source: str, target: str, services: tuple[str, str], *, in_loop: bool = False) -> Break:
    place = Occurrence(source.split("::", maxsplit=1)[0], 10, source, target, in_loop=in_loop)
    return Break(f"{kind}:{source}->{target}", kind, source, target, *services, (place,), remedy("rest", "REST"))  # type: ignore[arg-type]


MARKET_BREAKS = (
    _break("call", CHECKOUT, RESERVE, ("orders", "stock")),
    _break("call", CHECKOUT, AVAILABLE, ("orders", "stock"), in_loop=True),
    _break("call", CHECKOUT, TAX, ("orders", "billing")),
    _break("call", CHECKOUT, INVOICE, ("orders", "billing")),
    _break("call", CHECKOUT, QUOTE, ("orders", "billing")),
    _break("call", CHECKOUT, LIST, ("orders", "billing")),
    _break("call", INVOICE, f"{ORDER}.total", ("billing", "orders"), in_loop=True),
    _break("call", INVOICE, f"{ORDER}.cancel", ("billing", "orders"), in_loop=True),
    _break("data_access", INVOICE, "table::orders_order", ("billing", "orders"), in_loop=True),
    _break("foreign_key", "table::orders_line", "table::stock_item", ("orders", "stock")),
    _break("signal", CHECKOUT, f"{STOCK}/receivers.py::on_placed", ("orders", "stock")),
    _break("task", CHECKOUT, f"{BILLING}/tasks.py::send_invoice", ("orders", "billing")),
)


def market_cut() -> Cut:
    return cut_of(MARKET_ELEMENTS, MARKET_SERVICES)


def market_study() -> Study:
    graph, cut = market_graph(), market_cut()
    return Study(
        name="market", version="0.1.0", sources=(), problems=(), graph=graph, views=empty_views(), cut=cut,
        verdict=shop_verdict(), breaks=MARKET_BREAKS, owners=(), consequences=(),
        contracts=publish(graph, cut, MARKET_BREAKS), roadmap=shop_roadmap(),
    )  # fmt: skip
