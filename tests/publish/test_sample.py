"""Where the types of the sample's contracts come from."""

import json

import pytest
from studies.sample import sample_study

from analyzer.model.contract import Contract, Field


@pytest.fixture(scope="module")
def contracts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Contract]:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    return {contract.service: contract for contract in sample_study(shared).contracts}


def fields(contract: Contract, schema: str) -> dict[str, Field]:
    return {field.name: field for one in contract.schemas if one.name == schema for field in one.fields}


def types(contract: Contract, schema: str) -> dict[str, tuple[object, str]]:
    return {name: (json.loads(field.schema), field.origin) for name, field in fields(contract, schema).items()}


def test_an_object_travels_as_its_identifier_with_what_the_receiver_uses(contracts: dict[str, Contract]) -> None:
    inventory = contracts["inventory"]
    assert types(inventory, "InventoryReserveRequest") == {
        "order_id": ({"type": "integer"}, "call_sites"),  # reserve(order, ...) declares nothing
        "variant_id": ({"type": "integer"}, "annotation"),  # ..., variant: Variant, ...
        "variant": (
            {"anyOf": [{"$ref": "#/components/schemas/InventoryReserveVariant"}, {"type": "null"}]},
            "orm",
        ),
        "quantity": ({"type": "integer"}, "annotation"),
    }
    assert types(inventory, "InventoryReserveVariant") == {"sku": ({"type": "string", "maxLength": 32}, "orm")}
    assert [name for name, field in fields(inventory, "InventoryReserveRequest").items() if not field.required] == [
        "variant"
    ]


def test_parameters_without_annotation_take_the_type_that_callers_pass(contracts: dict[str, Contract]) -> None:
    given = {
        (contract.service, schema.name, field.name): json.loads(field.schema).get("type")
        for contract in contracts.values()
        for schema in contract.schemas
        for field in schema.fields
        if field.origin == "call_sites" and schema.flavour == "request"
    }
    assert given["inventory", "InventoryReserveRequest", "order_id"] == "integer"
    assert given["orders", "OrdersLogRequest", "what"] == "string"
    assert len(given) >= 15


def test_what_no_caller_shows_stays_open_and_is_a_debt(contracts: dict[str, Contract]) -> None:
    assert types(contracts["inventory"], "InventoryReleaseExpiredRequest") == {"now": ({}, "unknown")}
    assert "The type of parameter now of inventory/services.py::release_expired is not known." in (
        contracts["inventory"].debts
    )


def test_events_carry_what_their_publishers_send(contracts: dict[str, Contract]) -> None:
    assert types(contracts["orders"], "OrderPlacedEvent") == {"order_id": ({"type": "integer"}, "call_sites")}
    assert types(contracts["orders"], "OrderCancelledEvent") == {
        "order_id": ({"type": "integer"}, "call_sites"),
        "reason": ({"type": "string"}, "call_sites"),
    }


def paths(contract: Contract) -> set[str]:
    return {f"{operation.method} {operation.path}" for operation in contract.operations}


def test_a_route_that_names_an_item_by_something_else_than_its_key_says_so(contracts: dict[str, Contract]) -> None:
    found = contracts["orders"].operations
    replaced = {route: operation.path for operation in found for route in operation.replaces}
    assert (
        replaced["POST /orders/{number}/cancel"] == "/v1/orders/by-number/{number}/cancel"
    )  # a text, the key a number
    assert {"POST /v1/orders/{order_id}/cancel", "GET /v1/orders/{order_id}"} <= paths(contracts["orders"])
    assert "POST /v1/reviews/{pk}/approve" in paths(contracts["catalogue"])  # where it is the key, it stays


def test_methods_of_query_sets_and_managers_are_actions_on_the_collection(contracts: dict[str, Contract]) -> None:
    assert {"POST /v1/orders/turnover", "POST /v1/orders/for-user"} <= paths(contracts["orders"])
    turnover = next(one for one in contracts["orders"].operations if one.function == "turnover")
    rows = {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}
    assert types(contracts["orders"], turnover.response) == {"result": (rows, "return_statements")}


def test_a_method_of_a_value_gets_the_value(contracts: dict[str, Contract]) -> None:
    total = next(one for one in contracts["cart"].operations if one.path == "/v1/cart-totals/total")
    assert types(contracts["cart"], total.request) == {
        "cart_totals": ({"$ref": "#/components/schemas/CartTotals"}, "annotation")
    }
    assert [(one.name, one.kind) for one in total.arguments] == [("cart_totals", "positional")]


def test_code_that_wraps_or_is_inherited_is_no_operation(contracts: dict[str, Contract]) -> None:
    published = {operation.element for contract in contracts.values() for operation in contract.operations}
    debts = {debt for contract in contracts.values() for debt in contract.debts}
    decorator, base = "common/permissions.py::staff_required", "common/models.py::SoftDeleted.delete"
    assert not {decorator, f"{decorator}.wrapper", base, "common/events.py::subscribe"} & published
    assert f"Other services decorate their code with {decorator}: put it into a package that they install." in debts
    assert f"Other services inherit {base}: put its class into a package that they install." in debts


def test_a_function_that_gives_nothing_back_answers_204(contracts: dict[str, Contract]) -> None:
    found = {operation.element: operation for operation in contracts["orders"].operations}
    assert (
        found["orders/models.py::Order.mark_shipped"].status,
        found["orders/models.py::Order.mark_shipped"].response,
    ) == (
        204,
        "",
    )


def test_a_property_is_read_and_not_called(contracts: dict[str, Contract]) -> None:
    found = {f"{one.method} {one.path}": one for contract in contracts.values() for one in contract.operations}
    read = [one for one in found.values() if one.kind == "item_action" and one.method == "GET"]
    assert read
    assert all((one.safe, one.request, one.idempotency_key) == (True, "", False) for one in read)
    assert "POST /v1/orders/{order_id}/mark-paid" in found
