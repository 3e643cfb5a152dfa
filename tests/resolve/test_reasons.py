"""Every reference counts once: resolved, outside, or why it could not be followed."""

from analyzer.model.facts import FileFacts
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

CLASSES = """
import thirdparty


class Own:
    limit = 3
    size: int

    def __init__(self, given):
        self.given = given


class Derived(thirdparty.Base):
    pass
"""


def outcomes(body: str) -> dict[str, int]:
    """The counts of a function body, beside the classes above whose own references are taken off."""
    counted = _counts(CLASSES + body)
    for outcome, count in _counts(CLASSES).items():
        counted[outcome] -= count
    return {outcome: count for outcome, count in sorted(counted.items()) if count}


def _counts(code: str) -> dict[str, int]:
    facts: FileFacts = read(Source("m.py", "m", ".", is_package=False), code.encode())
    return {outcome: count for _, outcome, count in resolve([facts]).coverage}


def test_data_of_an_own_class_is_found_there() -> None:
    assert outcomes("def f(own: Own):\n    return own.given, own.limit, own.size\n") == {"resolved": 4}


def test_what_an_outside_base_may_define_is_outside() -> None:
    assert outcomes("def f(derived: Derived):\n    return derived.given\n") == {"resolved": 1, "third_party": 1}


def test_what_no_class_has_is_not_followed() -> None:
    assert outcomes("def f(own: Own):\n    return own.missing\n") == {"resolved": 1, "unknown_receiver": 1}


def test_a_receiver_of_which_nothing_is_known() -> None:
    assert outcomes("def f(thing):\n    return thing.given, thing.run()\n") == {"unknown_receiver": 2}


def test_calling_what_an_attribute_holds_is_dynamic_where_that_is_not_known() -> None:
    assert outcomes("def f(own: Own):\n    own.given()\n") == {"dynamic": 1, "resolved": 1}


def test_what_everything_has_is_builtin() -> None:
    assert outcomes("def f(own: Own):\n    return own.__dict__\n") == {"builtin": 1, "resolved": 1}
