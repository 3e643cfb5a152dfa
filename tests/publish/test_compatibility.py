import copy
import json
import os
import subprocess
import sys
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

ROOT = Path(__file__).resolve().parents[2]
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

LISTED, FETCHED = ("paths", "/v1/orders", "get"), ("paths", "/v1/orders/{order_id}", "get")
ORDER = ("components", "schemas", "Order")
STATUS = (*LISTED, "parameters", 1, "schema")


def _at(document: Document, *path: str | int) -> Any:  # noqa: ANN401 - any JSON
    found: Any = document
    for part in path:
        found = found[part]
    return found


Expected = Change | list[Change] | None

CASES: dict[str, tuple[Callable[[Document], Document], Expected]] = {
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
    "a value of a query parameter no longer allowed": (
        lambda d: edited(d, *STATUS, "enum", value=["open", "paid"]),
        Change("GET /v1/orders query parameter status", '"sent" is no longer allowed', breaking=True),
    ),
    "one more value of a query parameter": (
        lambda d: edited(d, *STATUS, "enum", value=["open", "paid", "sent", "lost"]),
        None,
    ),
    "a query parameter that becomes required": (
        lambda d: edited(d, *LISTED, "parameters", 0, "required", value=True),
        Change("GET /v1/orders query parameter number", "is required", breaking=True),
    ),
    "a new optional query parameter": (
        lambda d: edited(
            d, *LISTED, "parameters", value=[*_at(d, *LISTED, "parameters"), {"name": "n", "in": "query"}]
        ),
        Change("GET /v1/orders query parameter n", "is new", breaking=False),
    ),
    "a new query parameter that is required": (
        lambda d: edited(
            d,
            *LISTED,
            "parameters",
            value=[*_at(d, *LISTED, "parameters"), {"name": "n", "in": "query", "required": True}],
        ),
        Change("GET /v1/orders query parameter n", "is new and required", breaking=True),
    ),
    "a query parameter gone": (
        lambda d: without(d, *LISTED, "parameters", 0),
        Change("GET /v1/orders query parameter number", "is gone", breaking=True),
    ),
    "one more value of an answer's field": (
        lambda d: edited(d, *ORDER, "properties", "status", "enum", value=["open", "paid", "sent", "lost"]),
        [
            Change(f"{place}.status", 'may be something else (as before: "lost" is no longer allowed)', breaking=True)
            for place in (
                "GET /v1/orders answer 200.items[]",
                "GET /v1/orders/{order_id} answer 200",
                "POST /v1/orders answer 201",
                "POST /v1/orders/batch-get answer 200.items[]",
            )
        ],
    ),
    "one value less of an answer's field": (
        lambda d: edited(d, *ORDER, "properties", "status", "enum", value=["open", "paid"]),
        None,
    ),
    "a field of an answer gone": (
        lambda d: edited(
            without(d, *ORDER, "properties", "paid"),
            *ORDER,
            "required",
            value=[name for name in _at(d, *ORDER, "required") if name != "paid"],
        ),
        [
            Change(f"{place}.paid", said, breaking=True)
            for place in (
                "GET /v1/orders answer 200.items[]",
                "GET /v1/orders/{order_id} answer 200",
                "POST /v1/orders answer 201",
                "POST /v1/orders/batch-get answer 200.items[]",
            )
            for said in ("is no longer sent", "may be missing")
        ],
    ),
    "a wider pattern in an answer": (
        lambda d: without(d, *ORDER, "properties", "total_price", "pattern"),
        [
            Change(
                f"{place}.total_price",
                r"may be something else (as before: pattern is now ^-?\d{1,8}(\.\d{1,2})?$)",
                breaking=True,
            )
            for place in (
                "GET /v1/orders answer 200.items[]",
                "GET /v1/orders/{order_id} answer 200",
                "POST /v1/orders answer 201",
                "POST /v1/orders/batch-get answer 200.items[]",
            )
        ],
    ),
    "fewer items in a batch": (
        lambda d: edited(d, "components", "schemas", "OrderBatchRequest", "properties", "ids", "maxItems", value=9),
        Change("POST /v1/orders/batch-get request.ids", "maxItems is now 9", breaking=True),
    ),
    "more items in a batch": (
        lambda d: edited(d, "components", "schemas", "OrderBatchRequest", "properties", "ids", "maxItems", value=900),
        None,
    ),
    "another path": (
        lambda d: without(edited(d, "paths", "/v1/purchases", value=d["paths"]["/v1/orders"]), "paths", "/v1/orders"),
        [
            *(
                Change(f"{m} /v1/orders", "is gone without having been deprecated", breaking=True)
                for m in ("GET", "POST")
            ),
            *(Change(f"{m} /v1/purchases", "is new", breaking=False) for m in ("GET", "POST")),
        ],
    ),
    "a problem gone": (
        lambda d: edited(d, *FETCHED, "responses", "404", value={"$ref": "#/components/responses/Problem"}),
        Change("GET /v1/orders/{order_id} problem urn:problem-type:orders:not-found", "is gone", breaking=True),
    ),
    "a new problem": (
        lambda d: edited(
            d,
            *FETCHED,
            "responses",
            "404",
            "content",
            "application/problem+json",
            "schema",
            value={
                "anyOf": [
                    {"$ref": "#/components/schemas/NotFoundProblem"},
                    {"$ref": "#/components/schemas/ConflictProblem"},
                ]
            },
        ),
        Change("GET /v1/orders/{order_id} problem urn:problem-type:orders:conflict", "is new", breaking=False),
    ),
    "a problem with another status": (
        lambda d: without(
            edited(d, *FETCHED, "responses", "410", value=_at(d, *FETCHED, "responses", "404")),
            *FETCHED,
            "responses",
            "404",
        ),
        [
            Change(
                "GET /v1/orders/{order_id} problem urn:problem-type:orders:not-found",
                "its status goes from 404 to 410",
                breaking=True,
            ),
            Change("GET /v1/orders/{order_id} answer 404", "is gone", breaking=False),
            Change("GET /v1/orders/{order_id} answer 410", "is new", breaking=False),
        ],
    ),
    "another version": (
        lambda d: edited(d, "info", "version", value="1.1.0"),
        Change("info.version", "the version goes from 1.0.0 to 1.1.0", breaking=False),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_changes_of_operations(case: tuple[Callable[[Document], Document], Expected]) -> None:
    change, expected = case
    found = [
        compare(old, change(old))
        for old in (documents("openapi.yaml")[n] for n in ("stock", "orders"))
        if _fits(change, old)
    ]
    wanted = [] if expected is None else expected if isinstance(expected, list) else [expected]
    for changes in found:
        assert sorted(changes) == sorted(wanted)
    assert found


def _fits(change: Callable[[Document], Document], document: Document) -> bool:
    """A case is about one of the two documents: that which has what it changes."""
    try:
        change(document)
    except (KeyError, IndexError):
        return False
    return True


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
    assert run(old, new) == (1, f"openapi.yaml: {breaks}1 change, of which 1 break callers.\n")
    assert run(tmp_path / "old", tmp_path / "new") == (
        1,
        f"stock/openapi.yaml: {breaks}1 change, of which 1 break callers.\n",
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


def test_the_exit_status_tells_a_break_from_a_mistake(tmp_path: Path) -> None:
    document = documents("openapi.yaml")["stock"]
    old = write(tmp_path / "old", document)
    new = write(tmp_path / "new", edited(document, *RESERVE, "required", value=["sku", "quantity"]))
    (tmp_path / "other.yaml").write_text("name: value\n")

    def ended(*arguments: object) -> tuple[int, int, int]:
        """Exit status, lines of output, lines of complaint, of the command as people run it."""
        line = [sys.executable, "-P", "-m", "analyzer", "contract", "diff", *map(str, arguments)]
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(line, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
        return done.returncode, done.stdout.count("\n"), done.stderr.count("\n")

    assert ended(old, old) == (0, 1, 0)
    assert ended(old, new) == (1, 2, 0)
    assert ended("nowhere", new) == (2, 0, 1)
    assert ended("other.yaml", "other.yaml") == (2, 0, 1)
    assert ended(old, "nowhere.yaml") == (2, 0, 1)
    assert ended(old) == (2, 0, 1)
