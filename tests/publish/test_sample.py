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
