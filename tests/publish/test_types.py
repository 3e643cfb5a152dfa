from typing import Any

import pytest

from analyzer.model.graph import Column
from analyzer.publish.columns import from_column
from analyzer.publish.docstrings import described_types
from analyzer.publish.json_types import fits, from_annotation, from_default

ORDER = {"$ref": "#/components/schemas/Order"}
DECIMAL = {"type": "string", "format": "decimal", "pattern": r"^-?\d+(\.\d+)?$"}
INTEGER, TEXT, NULL = {"type": "integer"}, {"type": "string"}, {"type": "null"}


def resolve(name: str) -> dict[str, Any] | None:
    return ORDER if name == "Order" else None


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("int", INTEGER),
        ("decimal.Decimal", DECIMAL),
        ("datetime.datetime", {"type": "string", "format": "date-time"}),
        ("bytes", {"type": "string", "contentEncoding": "base64"}),
        ("'Order'", ORDER),
        ("Order | None", {"anyOf": [ORDER, NULL]}),
        ("Optional[int]", {"anyOf": [INTEGER, NULL]}),
        ("Union[int, str]", {"anyOf": [INTEGER, TEXT]}),
        ("int | str | None", {"anyOf": [INTEGER, TEXT, NULL]}),
        ("list[Order]", {"type": "array", "items": ORDER}),
        ("tuple[int, ...]", {"type": "array", "items": INTEGER}),
        ("tuple[int, str]", {"type": "array", "items": {}}),
        ("dict[str, list[int]]", {"type": "object", "additionalProperties": {"type": "array", "items": INTEGER}}),
        ("Literal['a', 'b', 'a']", {"type": "string", "enum": ["a", "b"]}),
        ("Annotated[int, Gt(0)]", INTEGER),
        ("list", {"type": "array", "items": {}}),
        # What says nothing, and what is no annotation:
        ("Any", None),
        ("Unknown", None),
        ("int | Unknown", None),
        ("Literal[b'x']", None),
        ("__import__('os')", None),
        ("lambda: 1", None),
        ("int |", None),
        ("", None),
        ("list[" * 500 + "]" * 500, None),
    ],
)
def test_annotations(annotation: str, expected: dict[str, Any] | None) -> None:
    assert from_annotation(annotation, resolve) == expected


def test_a_sum_of_two_thousand_types_is_no_trouble() -> None:
    assert from_annotation(" | ".join(["int"] * 300), resolve) == {"anyOf": [INTEGER] * 300}
    assert from_annotation(" | ".join(["int"] * 2_000), resolve) is None  # longer than anybody writes


@pytest.mark.parametrize(
    ("default", "expected"),
    [("1", INTEGER), ("True", {"type": "boolean"}), ("'x'", TEXT), ("[]", {"type": "array", "items": {}})]
    + [(text, None) for text in ("None", "settings.LIMIT", "open('x')", "")],
)
def test_defaults(default: str, expected: dict[str, Any] | None) -> None:
    assert from_default(default) == expected


@pytest.mark.parametrize(
    ("default", "schema"),
    [("1", INTEGER), ("None", {"anyOf": [INTEGER, NULL]}), ("'x'", {})],
)
def test_a_default_may_be_sent_where_the_schema_allows_it(default: str, schema: dict[str, Any]) -> None:
    assert fits(default, schema)


@pytest.mark.parametrize(
    ("default", "schema"),
    [("'x'", INTEGER), ("1", DECIMAL), ("None", INTEGER), ("f()", {}), ("True", INTEGER)],
)
def test_no_other_default_may_be_sent(default: str, schema: dict[str, Any]) -> None:
    assert not fits(default, schema)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (Column("a", "decimal", digits=10, decimals=2), {**DECIMAL, "pattern": r"^-?\d{1,8}(\.\d{1,2})?$"}),
        (Column("a", "decimal", digits=5, decimals=0), {**DECIMAL, "pattern": r"^-?\d{1,5}$"}),
        (Column("a", "decimal"), DECIMAL),
        (Column("a", "string", max_length=9), {"type": "string", "maxLength": 9}),
        (Column("a", "string", max_length=9, choices=("x", "y")), {"type": "string", "enum": ["x", "y"]}),
        (Column("a", "integer", choices=("1", "2")), INTEGER),
        (Column("a", "geometry"), None),
    ],
)
def test_columns(column: Column, expected: dict[str, Any] | None) -> None:
    assert from_column(column) == expected


def test_docstrings_give_types_in_three_styles() -> None:
    assert described_types(":param int a: one\n:param b: two\n:type b: str\n") == {"a": "int", "b": "str"}
    assert described_types("Args:\n    a (int, optional): one\n    b (str): two\n") == {"a": "int", "b": "str"}
    assert described_types("Parameters\n----------\na : int\n    One.\n") == {"a": "int"}
    assert described_types("Says (nothing) about: types.") == {}
