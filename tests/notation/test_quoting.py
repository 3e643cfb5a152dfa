import ast
import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from analyzer.model.contract import Contract, Field, ProblemType, Schema
from analyzer.notation import names, prose, python
from analyzer.notation.documents import json_text, toml_text, yaml_text
from analyzer.notation.examples import example, schema_example
from analyzer.notation.exceptions import client_exceptions
from analyzer.notation.fragments import plain_type, python_type
from analyzer.notation.models import attribute_name, models_source
from analyzer.notation.templates import render

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(ANYTHING)
def test_a_literal_is_the_text_and_nothing_else(text: str) -> None:
    written = python.literal(text)
    assert (ast.literal_eval(written), written.isascii(), "\n" in written) == (text, True, False)


@given(ANYTHING)
def test_a_docstring_ends_where_it_should(text: str) -> None:
    tree = ast.parse(f"def f():\n    {python.docstring(text)}\n")
    assert len(tree.body) == 1
    assert isinstance(tree.body[0], ast.FunctionDef)
    assert [type(node) for node in tree.body[0].body] == [ast.Expr]


@given(ANYTHING)
def test_names_fit_everywhere(text: str) -> None:
    assert names.is_identifier(names.snake(text))
    assert names.is_identifier(names.pascal(text))
    assert names.is_identifier(attribute_name(text))
    assert not attribute_name(text).startswith("_")
    assert not hasattr(BaseModel, attribute_name(text))
    assert set(names.kebab(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(st.recursive(ANYTHING | st.integers() | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=3)))
def test_documents_come_back_as_they_were(value: object) -> None:
    assert yaml.safe_load(yaml_text({"a": value})) == {"a": value}  # type: ignore[dict-item]  # plain data by construction
    assert json.loads(json_text({"a": value})) == {"a": value}  # type: ignore[dict-item]  # as above


def test_no_field_hides_what_a_model_does() -> None:
    hidden = [name for name in dir(BaseModel) if not name.startswith("_")]
    assert [name for name in hidden if hasattr(BaseModel, attribute_name(name))] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OrderLine", ("order_line", "OrderLine", "order-line")),
        ("HTTPException", ("http_exception", "HttpException", "http-exception")),
        ("v2", ("v2", "V2", "v2")),
        ("class", ("class_", "Class", "class")),
        ("2fast", ("value_2_fast", "Value2Fast", "value-2-fast")),
        ("größe", ("groe", "Groe", "groe")),
        ("../..", ("value", "Value", "value")),
    ],
)
def test_names_by_example(text: str, expected: tuple[str, str, str]) -> None:
    assert (names.snake(text), names.pascal(text), names.kebab(text)) == expected


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("order", "orders"),
        ("address", "addresses"),
        ("category", "categories"),
        ("day", "days"),
        ("status", "statuses"),
        ("box", "boxes"),
        ("settings", "settings"),
    ],
)
def test_plurals(word: str, many: str) -> None:
    assert names.plural(word) == many


def test_markdown_shows_what_it_was_given() -> None:
    assert prose.markdown("<b>`x`</b> [a](http://x) | #") == (r"&lt;b&gt;\`x\`&lt;/b&gt; \[a\](http:\//x) \| \#")
    assert prose.plain("a\u202e\x00 b\n\nc") == "a b c"


KEYS = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=60)  # as contracts have
NESTED = st.recursive(
    ANYTHING | st.integers(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner)
)


@given(NESTED)
def test_both_serializers_of_yaml_write_the_same(value: object) -> None:
    how = {"sort_keys": False, "allow_unicode": False, "width": 10_000}
    fast, plain = (yaml.dump({"a": value}, Dumper=dumper, **how) for dumper in (yaml.CSafeDumper, yaml.SafeDumper))
    assert fast == plain


def test_what_is_no_plain_data_is_no_literal() -> None:
    with pytest.raises(TypeError):
        python.literal(object())
    with pytest.raises(ValueError, match="not an identifier"):
        python.identifier("a b")
    with pytest.raises(ValueError, match="not a constant"):
        python.constant("f()")


def test_a_template_refuses_text_that_is_not_quoted() -> None:
    with pytest.raises(TypeError, match="without saying how it is quoted"):
        render("container/Dockerfile.j2", folder="x", peers=[], command="x", port=1, user="0; rm -rf /")


def test_toml_is_written_by_its_library() -> None:
    assert toml_text({"a": {"b": 'x"\n[c]'}}, "Said.") == '# Said.\n[a]\nb = "x\\"\\n[c]"\n'


@given(st.recursive(ANYTHING | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_plain_data_is_written_as_itself(value: object) -> None:
    assert ast.literal_eval(python.literal(value)) == value


@pytest.mark.parametrize(("text", "written"), [("'a\\x22'", '"a\\""'), ("-3", "-3"), ("None", "None")])
def test_a_constant_is_written_anew(text: str, written: str) -> None:
    assert python.constant(text) == written


@pytest.mark.parametrize(("text", "name"), [("total", "total"), ("class", "class_"), ("a b", "other"), ("", "other")])
def test_a_name_that_may_stand_in_python(text: str, name: str) -> None:
    assert python.safe_name(text, "other") == name


def test_many_imports_stand_below_each_other() -> None:
    names_used = [f"a_rather_long_name_{number}" for number in range(6)]
    source = f"# imports\n\nx = ({', '.join(names_used)})\n"
    lines = "".join(f"    {name},\n" for name in names_used)
    assert python.with_imports(source, [("shop", names_used)]).startswith(f"from shop import (\n{lines})\n")


def test_a_schema_without_end_has_no_example() -> None:
    loop = Schema(
        "Loop", "", (Field("again", '{"$ref": "#/components/schemas/Loop"}', required=True, origin="annotation"),)
    )
    found = schema_example(loop, {"Loop": loop})
    while found is not None:
        found = found["again"]


def test_the_example_of_a_choice_is_its_first() -> None:
    ends = Schema("Ends", "", (), enum=("a", "b"))
    assert schema_example(ends, {}) == "a"


def test_a_choice_is_an_enumeration_with_names_of_its_own() -> None:
    source = models_source([Schema("Size", "", (), enum=("small", "Small", "2 big"))])
    (size,) = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name == "Size")
    assert [ast.unparse(line) for line in size.body if isinstance(line, ast.Assign)] == [
        "SMALL = 'small'",
        "SMALL_2 = 'Small'",
        "VALUE_2_BIG = '2 big'",
    ]


@pytest.mark.parametrize(
    ("fragment", "exact", "plain"),
    [
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "dict[str, WholeNumber]", "dict[str, int]"),
        ({"type": "object"}, "dict[str, Any]", "dict[str, Any]"),
        (
            {"type": "string", "format": "decimal", "pattern": '^"$'},
            'Annotated[DecimalText, matching("^\\"$")]',
            "decimal.Decimal",
        ),
    ],
)
def test_types_by_example(fragment: dict[str, object], exact: str, plain: str) -> None:
    assert (python_type(fragment), plain_type(fragment)) == (exact, plain)


@pytest.mark.parametrize(
    ("fragment", "depth", "expected"),
    [
        ({"type": "string", "contentEncoding": "base64"}, 0, "ZXhhbXBsZQ=="),
        ({"type": "string", "pattern": "^[0-9]+$"}, 0, "1"),
        ({"type": "array", "items": {"type": "null"}}, 3, [None]),
        ({"type": "array", "items": {"type": "null"}}, 4, []),
    ],
)
def test_examples_by_example(fragment: dict[str, object], depth: int, expected: object) -> None:
    assert example(fragment, {}, depth) == expected


def test_a_remote_exception_is_caught_as_the_built_in_one_was() -> None:
    (found,) = client_exceptions(Contract("shop", problems=(ProblemType("ValueError", 422, "value-error"),)))
    assert found.bases == "RemoteProblem, builtins.ValueError"


def test_a_comment_is_one_line_of_ascii() -> None:
    assert prose.comment("a\nü\u202e") == "a ?"


@pytest.mark.parametrize(("value", "written"), [((), "()"), ((1,), "(1,)"), ((1, "b"), '(1, "b")')])
def test_a_tuple_is_written_as_one(value: tuple[object, ...], written: str) -> None:
    assert python.literal(value) == written
