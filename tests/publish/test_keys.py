"""What names an item in a path, by the type of the table's key."""

import json
from typing import Any

import pytest
from msgspec import structs
from studies.market import MARKET_BREAKS, market_cut, market_graph

from analyzer.model.graph import Column
from analyzer.publish import publish

TEXT = {"type": "string"}
DECIMAL = {"type": "string", "format": "decimal", "pattern": r"^-?\d+(\.\d+)?$"}


def keyed_by(column: Column) -> dict[str, Any]:
    """The path parameter of the operations on one order, when the table of orders has this key."""
    graph = market_graph()
    orders, *others = graph.tables
    tables = (structs.replace(orders, columns=(column, *orders.columns[1:])), *others)
    contracts = publish(structs.replace(graph, tables=tables), market_cut(), MARKET_BREAKS)
    (contract,) = (contract for contract in contracts if contract.service == "orders")
    found = {
        field.schema
        for operation in contract.operations
        for field in operation.parameters
        if field.location == "path" and field.name == "order_id" and operation.tag == "orders"
    }
    (schema,) = found
    return dict(json.loads(schema))


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (Column("id", "integer", primary_key=True), {"type": "integer"}),
        (Column("id", "string", primary_key=True, max_length=9), {**TEXT, "minLength": 1, "maxLength": 9}),
        (Column("id", "binary", primary_key=True), {**TEXT, "minLength": 1, "contentEncoding": "base64"}),
        (Column("id", "geometry", primary_key=True), {**TEXT, "minLength": 1}),
        # Values of these have no length, and the format excludes an empty text:
        (Column("id", "uuid", primary_key=True), {**TEXT, "format": "uuid"}),
        (Column("id", "uuid", primary_key=True, max_length=36), {**TEXT, "format": "uuid"}),
        (Column("id", "datetime", primary_key=True), {**TEXT, "format": "date-time"}),
        (Column("id", "decimal", primary_key=True), DECIMAL),
    ],
)
def test_a_key_is_never_empty_and_has_a_length_only_where_it_is_plain_text(
    column: Column, expected: dict[str, Any]
) -> None:
    assert keyed_by(column) == expected
