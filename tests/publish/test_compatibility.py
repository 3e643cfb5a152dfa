import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from studies.market import market_study

from analyzer.cli.contract import command
from analyzer.generate import generate
from analyzer.publish.compatibility import Change, compare

Document = dict[str, Any]


def documents(ending: str) -> dict[str, Document]:
    files = generate(market_study(), ["openapi", "asyncapi"])
    return {a.path.split("/")[1]: yaml.safe_load(a.content) for a in files if a.path.endswith(ending)}


def edited(document: Document, *path: str | int, value: object) -> Document:
    new = copy.deepcopy(document)
    holder: Any = new
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    return new


def without(document: Document, *path: str | int) -> Document:
    new = copy.deepcopy(document)
    holder: Any = new
    for part in path[:-1]:
        holder = holder[part]
    del holder[path[-1]]
    return new


RESERVE = ("components", "schemas", "StockReserveRequest")
RESULT = ("components", "schemas", "StockReserveResult")
OPERATION = ("paths", "/v1/stock/reserve", "post")

CASES: dict[str, tuple[Callable[[Document], Document], Change | None]] = {
    "the same": (copy.deepcopy, None),
    "a new operation": (
        lambda d: edited(d, "paths", "/v1/new", value={"get": {"operationId": "new", "responses": {}}}),
        Change("GET /v1/new", "is new", breaking=False),
    ),
    "an operation gone": (
        lambda d: without(d, "paths", "/v1/stock/reserve"),
        Change("POST /v1/stock/reserve", "is gone without having been deprecated", breaking=True),
    ),
    "a deprecation": (
        lambda d: edited(d, *OPERATION, "deprecated", value=True),
        Change("POST /v1/stock/reserve", "is deprecated", breaking=False),
    ),
    "another operation id": (
        lambda d: edited(d, *OPERATION, "operationId", value="book"),
        Change("POST /v1/stock/reserve", "its operation id goes from stock_reserve to book", breaking=True),
    ),
    "a new optional field in a request": (
        lambda d: edited(d, *RESERVE, "properties", "colour", value={"type": "string"}),
        Change("POST /v1/stock/reserve request.colour", "is new", breaking=False),
    ),
    "a field that becomes required": (
        lambda d: edited(d, *RESERVE, "required", value=["sku", "quantity"]),
        Change("POST /v1/stock/reserve request.quantity", "is required", breaking=True),
    ),
    "a field no longer read": (
        lambda d: without(d, *RESERVE, "properties", "quantity"),
        Change("POST /v1/stock/reserve request.quantity", "is no longer read", breaking=True),
    ),
    "a request field of another type": (
        lambda d: edited(d, *RESERVE, "properties", "quantity", value={"type": "string"}),
        Change("POST /v1/stock/reserve request.quantity", "type integer is no longer allowed", breaking=True),
    ),
    "a request field that may now be null": (
        lambda d: edited(d, *RESERVE, "properties", "sku", value={"anyOf": [{"type": "string"}, {"type": "null"}]}),
        None,
    ),
    "a tighter limit": (
        lambda d: edited(d, *RESERVE, "properties", "sku", value={"type": "string", "maxLength": 3}),
        Change("POST /v1/stock/reserve request.sku", "maxLength is now 3", breaking=True),
    ),
    "an answer that may be null": (
        lambda d: edited(d, *RESULT, "properties", "result", value={"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        Change(
            "POST /v1/stock/reserve answer 200.result",
            "may be something else (as before: null is no longer allowed)",
            breaking=True,
        ),
    ),
    "an answer's field that may be missing": (
        lambda d: without(d, *RESULT, "required"),
        Change("POST /v1/stock/reserve answer 200.result", "may be missing", breaking=True),
    ),
    "a new field in an answer": (lambda d: edited(d, *RESULT, "properties", "more", value={"type": "string"}), None),
    "another status": (
        lambda d: without(d, *OPERATION, "responses", "200"),
        Change("POST /v1/stock/reserve answer 200", "is gone", breaking=True),
    ),
    "a path parameter with another name": (
        lambda d: without(
            edited(d, "paths", "/v1/stock-items/{id}", value=d["paths"]["/v1/stock-items/{stock_item_sku}"]),
            "paths",
            "/v1/stock-items/{stock_item_sku}",
        ),
        None,
    ),
    "another version": (
        lambda d: edited(d, "info", "version", value="1.1.0"),
        Change("info.version", "the version goes from 1.0.0 to 1.1.0", breaking=False),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_changes_of_operations(case: tuple[Callable[[Document], Document], Change | None]) -> None:
    change, expected = case
    old = documents("openapi.yaml")["stock"]
    assert compare(old, change(old)) == ((expected,) if expected else ())


def test_a_schema_that_contains_itself_is_compared_once() -> None:
    tree = {
        "type": "object",
        "properties": {"left": {"$ref": "#/components/schemas/Tree"}, "value": {"type": "string"}},
    }
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Tree"}}}
    operation = {"operationId": "grow", "requestBody": {"content": content}, "responses": {}}
    old = {"openapi": "3.1.0", "paths": {"/v1/trees": {"post": operation}}, "components": {"schemas": {"Tree": tree}}}
    new = edited(old, "components", "schemas", "Tree", "properties", "value", value={"type": "integer"})
    said = Change("POST /v1/trees request.value", "type string is no longer allowed", breaking=True)
    assert compare(old, new) == (said,)


def test_changes_of_events() -> None:
    old = documents("asyncapi.yaml")["orders"]
    schema = ("components", "schemas", "OrderPlacedEvent")
    new = edited(old, *schema, "required", value=[])
    place = "send orders.order-placed.v1.data.order"
    assert compare(old, new) == (Change(place, "may be missing", breaking=True),)
    gone = without(old, "operations", "send-orders-order-placed-v1")
    assert compare(old, gone) == (Change("send orders.order-placed.v1", "is gone", breaking=True),)


def write(folder: Path, document: Document) -> Path:
    folder.mkdir(parents=True)
    path = folder / "openapi.yaml"
    path.write_text(yaml.safe_dump(document))
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["diff", *map(str, arguments)], standalone_mode=False)
    if result.exception:
        return -1, str(result.exception)
    return int(result.return_value), result.output


def test_the_command_says_what_breaks_and_ends_with_1(tmp_path: Path) -> None:
    document = documents("openapi.yaml")["stock"]
    old = write(tmp_path / "old" / "stock", document)
    new = write(tmp_path / "new" / "stock", edited(document, *RESERVE, "required", value=["sku", "quantity"]))
    breaks = "breaks callers: POST /v1/stock/reserve request.quantity: is required\n"
    assert run(old, old) == (0, "No changes.\n")
    assert run(old, new) == (1, f"openapi.yaml: {breaks}1 changes, 1 of them break callers.\n")
    assert run(tmp_path / "old", tmp_path / "new") == (
        1,
        f"stock/openapi.yaml: {breaks}1 changes, 1 of them break callers.\n",
    )
    status, text = run(old, new, "--format", "json")
    place = "POST /v1/stock/reserve request.quantity"
    change = {"contract": "openapi.yaml", "place": place, "what": "is required", "breaking": True}
    assert (status, json.loads(text)) == (1, [change])


def test_mistakes_are_said_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("name: value\n")
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [")
    assert run(tmp_path / "none.yaml", other)[1].endswith("holds none: name an openapi.yaml or a folder with some.")
    assert run(other, other) == (-1, f"{other} is neither an OpenAPI nor an AsyncAPI document.")
    assert run(broken, other) == (-1, f"{broken} is not a YAML or JSON document.")
