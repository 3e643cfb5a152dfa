from msgspec import structs
from studies.market import MARKET_BREAKS, market_cut, market_graph

from analyzer.model.contract import Argument, Contract, Field, Operation, ProblemType, Schema
from analyzer.publish import publish


def contracts() -> dict[str, Contract]:
    return {contract.service: contract for contract in publish(market_graph(), market_cut(), MARKET_BREAKS)}


def test_operations_of_tables_functions_and_routes() -> None:
    found = {c.service: [f"{o.kind}: {o.method} {o.path}" for o in c.operations] for c in contracts().values()}
    assert found == {
        "billing": [
            "action: POST /v1/billing/invoice",
            "action: POST /v1/billing/list",
            "action: POST /v1/billing/quote",
            "action: POST /v1/tax/tax-for",
        ],
        "orders": [
            "route: POST /v1/checkout",
            "list: GET /v1/orders",
            "create: POST /v1/orders",
            "batch_get: POST /v1/orders/batch-get",
            "batch: POST /v1/orders/cancel/batch",
            "batch: POST /v1/orders/total/batch",
            "get: GET /v1/orders/{order_id}",
            "item_action: POST /v1/orders/{order_id}/cancel",
            "item_action: POST /v1/orders/{order_id}/total",
            "route: GET /v1/{page}",
        ],
        "stock": [
            "get: GET /v1/stock-items/{stock_item_sku}",
            "action: POST /v1/stock/available",
            "batch: POST /v1/stock/available/batch",
            "action: POST /v1/stock/reserve",
        ],
    }


def test_an_action_keeps_the_signature_and_the_exceptions_of_what_it_replaces() -> None:
    stock = contracts()["stock"]
    reserve = next(o for o in stock.operations if o.operation_id == "stock_reserve")
    checkout, function = "market/orders/views.py::checkout", "market/stock/services.py::reserve"
    assert reserve == Operation(
        operation_id="stock_reserve",
        method="POST",
        path="/v1/stock/reserve",
        element=function,
        summary="Reserve stock.",
        request="StockReserveRequest",
        response="StockReserveResult",
        errors=((409, "OutOfStock"),),
        consumers=("orders",),
        breaks=(f"call:{checkout}->{function}",),
        tag="stock",
        function="reserve",
        arguments=(
            Argument("sku", "sku"),
            Argument("quantity", "quantity", "positional", "1"),
            Argument("note", "note", "keyword_only", "None"),
        ),
        idempotency_key=True,
        wrapped=True,
    )
    assert [s for s in stock.schemas if s.name == "StockReserveRequest"] == [
        Schema(
            "StockReserveRequest",
            function,
            (
                Field("sku", '{"type": "string"}', required=True, origin="annotation"),
                Field("quantity", '{"type": "integer"}', required=False, origin="annotation"),
                Field("note", "{}", required=False, origin="unknown"),
            ),
            flavour="request",
        )
    ]
    assert stock.problems[-1] == ProblemType(
        "OutOfStock", 409, "out-of-stock", "market/stock/errors.py::OutOfStock", ("StockError",), "There is not enough."
    )


def test_what_the_code_does_not_say_is_debt_and_no_guess() -> None:
    assert contracts()["billing"].debts == (
        "The type of parameter extra of market/billing/services.py::invoice is not known.",
        "The type of the key extra in what market/billing/services.py::quote returns is not known.",
    )
    assert contracts()["orders"].debts == (
        "The request body of post_checkout is not declared by market/orders/views.py::checkout.",
        "The type of order in the event market.orders.signals.order_placed is not known.",
        "What market/orders/views.py::checkout answers on /<str:page>/ is not declared.",
        "What market/orders/views.py::checkout answers on ^checkout/$ is not declared.",
        "get_order takes over the route GET /orders/{order_id}: check that its callers can live with this answer.",
    )


def test_a_table_becomes_a_transfer_object() -> None:
    order = next(s for s in contracts()["orders"].schemas if s.name == "Order")
    assert [(f.name, f.schema, f.origin) for f in order.fields] == [
        ("id", '{"type": "integer"}', "orm"),
        ("number", '{"type": "string", "maxLength": 20}', "orm"),
        ("status", '{"type": "string", "enum": ["open", "paid", "sent"]}', "orm"),
        ("total_price", r'{"type": "string", "format": "decimal", "pattern": "^-?\\d{1,8}(\\.\\d{1,2})?$"}', "orm"),
        ("placed_at", '{"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]}', "orm"),
        ("paid", '{"type": "boolean"}', "orm"),
    ]


def test_both_ends_of_an_event_and_of_a_task_know_of_it() -> None:
    found = {c.service: [(m.role, m.type, m.peers) for m in c.messages] for c in contracts().values()}
    assert found == {
        "billing": [("subscribe", "billing.send-invoice.requested.v1", ("orders",))],
        "orders": [
            ("publish", "billing.send-invoice.requested.v1", ("billing",)),
            ("publish", "orders.order-placed.v1", ("stock",)),
        ],
        "stock": [("subscribe", "orders.order-placed.v1", ("orders",))],
    }


def test_a_dict_that_is_written_out_is_an_object_with_the_same_keys() -> None:
    billing = contracts()["billing"]
    quote = next(operation for operation in billing.operations if operation.function == "quote")
    record = next(schema for schema in billing.schemas if schema.name == quote.response)
    decimal = r'{"type": "string", "format": "decimal", "pattern": "^-?\\d+(\\.\\d+)?$"}'
    assert (record.name, record.flavour, quote.wrapped) == ("BillingQuoteRecord", "record", False)
    assert record.fields == (
        Field("total", decimal, required=True, origin="return_statements"),
        Field("class", '{"type": "string"}', required=False, origin="return_statements"),
        Field("extra", "{}", required=True, origin="unknown"),
    )


def test_a_batch_of_an_action_on_an_item_names_the_item_of_each_call() -> None:
    orders = contracts()["orders"]
    fields = {s.name: [(f.name, f.schema, f.location) for f in s.fields] for s in orders.schemas}
    cancel, total = (next(o for o in orders.operations if o.path.endswith(f"/{n}/batch")) for n in ("cancel", "total"))
    assert (cancel.parameters, cancel.response, cancel.status) == ((), "", 204)  # one cancel gives nothing back
    assert fields["OrdersCancelBatchItem"] == [
        ("order_id", '{"type": "integer"}', "body"),
        ("reason", '{"type": "string"}', "body"),
    ]
    assert fields["OrdersTotalBatchItem"] == [("order_id", '{"type": "integer"}', "body")]
    results = '{"type": "array", "items": {"$ref": "#/components/schemas/OrdersTotalResult"}}'
    assert fields[total.response] == [("items", results, "body")]
    assert [debt for debt in orders.debts if "loop" in debt] == []


def test_a_function_without_arguments_needs_no_batch() -> None:
    broken = MARKET_BREAKS[1]
    target = "market/stock/receivers.py::on_placed"
    place = structs.replace(broken.occurrences[0], target=target)
    breaks = [structs.replace(broken, target=target, occurrences=(place,))]
    stock = next(c for c in publish(market_graph(), market_cut(), breaks) if c.service == "stock")
    assert [operation.operation_id for operation in stock.operations] == ["receivers_on_placed"]
    assert "receivers_on_placed is called in a loop and takes nothing: call it once, before the loop." in stock.debts


def test_without_breaks_and_routes_nothing_is_published() -> None:
    graph = market_graph()
    assert all(not contract.operations for contract in publish(graph, market_cut(), ())[2:])
