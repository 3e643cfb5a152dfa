"""Code that tests replace by its dotted name: unittest.mock, pytest-mock, pytest's monkeypatch."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, NamedCode
from analyzer.model.page import Dialect, Example, Page
from analyzer.model.syntax import argument, text

PATCHING = frozenset({"patch", "multiple", "setattr", "delattr"})
"""``patch("a.b")``, ``patch.multiple("a.b", ...)``, ``monkeypatch.setattr("a.b", ...)`` and ``delattr``."""


def read(page: Page) -> Iterator[FrameworkFact]:
    """The dotted names that are replaced; names without a dot are attributes of something else."""
    for call in page.calls_of(PATCHING):
        named = text(argument(call.node, 0, "target"))
        parts = named.split(".")
        if len(parts) > 1 and all(part.isidentifier() for part in parts) and _patches(call.node):
            yield NamedCode(call.scope, named, call.node.lineno)


def _patches(call: ast.Call) -> bool:
    """The builtin ``setattr`` takes an object first, so a dotted text there is no code."""
    return not isinstance(call.func, ast.Name) or call.func.id == "patch"


EXAMPLES = (
    Example(
        "Patches by name",
        """\
from unittest import mock
from unittest.mock import patch

@patch("shop.stock.take")
def test_place(take):
    with mock.patch("shop.mail.send"):
        pass

def test_mocker(mocker, monkeypatch):
    mocker.patch("shop.clock.now")
    monkeypatch.setattr("shop.rates.VAT", 21)
    setattr(object(), "not.code", 1)
    mock.patch.object(shop, "name")
""",
        (
            "named_code scope=module text='shop.stock.take' line=4",
            "named_code scope=test_place text='shop.mail.send' line=6",
            "named_code scope=test_mocker text='shop.clock.now' line=10",
            "named_code scope=test_mocker text='shop.rates.VAT' line=11",
        ),
        "shop.tests",
    ),
)

PATCHES = Dialect("patches", ("patch",), read, EXAMPLES)
