"""Reading one file: what it declares, which expressions it evaluates, what could not be read."""

import msgspec
import pytest

from analyzer.model.expression import (
    Attribute,
    Call,
    Choice,
    Constant,
    Defined,
    Element,
    Imported,
    Narrowed,
    Parameter,
    Sequence,
    Unknown,
    Variable,
)
from analyzer.model.facts import FileFacts, ImportFact
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.read import read

DROPPED = "The file is left out; nothing in it takes part in the result."


def facts(code: str | bytes, path: str = "shop/orders.py", module: str = "shop.orders") -> FileFacts:
    data = code.encode() if isinstance(code, str) else code
    return read(Source(path, module, is_package=path.endswith("__init__.py")), data)


def test_names_are_bound_while_walking() -> None:
    found = facts(
        "import os\n"
        "from . import helpers as h\n"
        "def run(action, *rest):\n"
        "    for item in rest:\n"
        "        action(item)\n"
        "    return h.finish(os.path)\n"
    )
    assert found.expressions == (
        Unknown(),
        Imported("os"),
        Imported("shop", "helpers"),
        Defined(1),
        Parameter(1, 0),
        Parameter(1, 1),
        Element(5, 4),
        Call(4, (6,), (), 5, 1),
        Variable(0, "h"),
        Attribute(8, "finish", 6),
        Variable(0, "os"),
        Attribute(10, "path", 6),
        Call(9, (11,), (), 6),
    )
    module, function = found.scopes
    assert module.bindings == (("h", 2, 2), ("os", 1, 1), ("run", 3, 3))
    assert (function.qualified, function.first, function.last, function.returns) == ("run", 4, 13, (12,))
    assert function.uses == ((8, 6), (10, 6), (11, 6))


def test_imports_say_how_they_happen() -> None:
    found = facts(
        "import a.b\n"
        "from ..x import y as z\n"
        "from w import *\n"
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n"
        "    from t import T\n"
        "def late():\n"
        "    import q\n",
        "pack/sub/mod.py",
        "pack.sub.mod",
    )
    assert found.imports == (
        ImportFact("a.b", "", "a", 0, 1),
        ImportFact("pack.x", "y", "z", 0, 2),
        ImportFact("w", "*", "", 0, 3, "star"),
        ImportFact("typing", "TYPE_CHECKING", "TYPE_CHECKING", 0, 4),
        ImportFact("t", "T", "T", 0, 6, "type_checking"),
        ImportFact("q", "", "q", 1, 8, "lazy"),
    )


def test_relative_imports_of_a_package_count_from_itself() -> None:
    found = facts("from .cart import Cart\n", "shop/__init__.py", "shop")
    assert found.imports == (ImportFact("shop.cart", "Cart", "Cart", 0, 1),)


def test_branches_meet_in_a_choice() -> None:
    found = facts("if x:\n    a = 'one'\nelse:\n    a = 'two'\nprint(a)\n")
    assert Choice(
        (found.expressions.index(Constant("str", "one")), found.expressions.index(Constant("str", "two")))
    ) in (found.expressions)


def test_a_branch_that_ends_does_not_meet() -> None:
    found = facts("def f(c):\n    a = 'one'\n    if c:\n        a = 'two'\n        return\n    print(a)\n")
    assert not [each for each in found.expressions if isinstance(each, Choice)]


def test_isinstance_narrows_only_where_it_holds() -> None:
    found = facts("def f(x):\n    if isinstance(x, A):\n        x.yes()\n    x.no()\n")
    receivers = {each.name: found.expressions[each.value] for each in found.expressions if isinstance(each, Attribute)}
    assert isinstance(receivers["yes"], Narrowed)
    assert not isinstance(receivers["no"], Narrowed)


def test_exported_names_are_read_from_literals_only() -> None:
    assert facts("__all__ = ['a', 'b']\n__all__ += ['c']\n").exports == ("a", "b", "c")
    assert facts("__all__ = names()\n").exports is None


def test_signatures_keep_the_source_text() -> None:
    found = facts("def f(a, /, b: 'int' = 1, *args, c=None, **more) -> list[str]:\n    '''Do it.\n\n    More.'''\n")
    function = found.scopes[1]
    assert [(each.name, each.kind, each.annotation_text, each.default_text) for each in function.parameters] == [
        ("a", "positional_only", "", ""),
        ("b", "positional", "'int'", "1"),
        ("args", "var_positional", "", ""),
        ("c", "keyword_only", "", "None"),
        ("more", "var_keyword", "", ""),
    ]
    assert (function.result_text, function.docstring) == ("list[str]", "Do it.")


def test_words_are_split_and_counted() -> None:
    found = facts("def ship_order(order):\n    return OrderShipment(order)\n")
    assert found.scopes[0].words == "order:4 ship:1 shipment:1"
    assert found.scopes[1].words == ""  # words tell modules apart


@pytest.mark.parametrize(
    ("code", "line", "what"),
    [
        ("x = 1\ndef broken(:\n", 2, "Not the syntax of this Python: invalid syntax."),
        (b"x = 1\ny = 2\nz = '\xff'\n", 3, "Byte 17 is not valid utf-8."),
        (b"# coding: nonsense\n", 1, "The encoding cannot be told: unknown encoding: nonsense."),
        ("x = " + "(" * 300 + ")" * 300, 1, "Not the syntax of this Python: too many nested parentheses."),
    ],
)
def test_what_cannot_be_read_is_a_loss_with_its_place(code: str | bytes, line: int, what: str) -> None:
    found = facts(code)
    assert found.problems == (Problem("shop/orders.py", line, "read", what, DROPPED, "loss"),)
    assert found.scopes == ()


def test_a_problem_is_handed_on() -> None:
    problem = Problem("a.py", 0, "discover", "It is gone.", "Left out.", "loss")
    assert read(Source("a.py", "a"), problem) == FileFacts(Source("a.py", "a"), problems=(problem,))


@pytest.mark.parametrize(
    "code", ["\ufeffx = 1\n".encode(), "# coding: latin-1\nname = 'é'\n".encode("latin-1"), b"x = 1\r\ny = 2\r\n"]
)
def test_marks_codings_and_line_ends_are_understood(code: bytes) -> None:
    found = facts(code)
    assert found.problems == ()
    assert found.lines == code.count(b"\n")


@pytest.mark.parametrize(
    "code",
    [
        "x = " + " + ".join(["term()"] * 2000),
        "x = " + "not " * 900 + "f()",
        "x = a" + ".b()" * 700,
        "if a:\n    pass\n" + "".join(f"elif a == {n}:\n    f{n}()\n" for n in range(2000)),
        "x = " + "lambda: " * 90 + "f()",
    ],
)
def test_depth_is_no_limit(code: str) -> None:
    found = facts(code)
    assert found.problems == ()
    assert [each for each in found.expressions if isinstance(each, Call)]


def test_facts_survive_encoding() -> None:
    found = facts("class A(B):\n    x: int = 1\n    def m(self):\n        self.y = [f, *g]\n        d['k'] = {1: 2}\n")
    data = msgspec.msgpack.encode(found)
    assert msgspec.msgpack.decode(data, type=FileFacts) == found
    assert [each for each in found.expressions if isinstance(each, Sequence)]
