"""Mutated programs: the reader never crashes, gives the same facts twice, and points only at lines that exist."""

import ast
import random
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.discover.door import refused_codec
from analyzer.discover.glimpse import glimpse
from analyzer.discover.names import hide, show
from analyzer.model.facts import FileFacts
from analyzer.model.source import Source
from analyzer.read import read

SEEDS = sorted((Path(__file__).parents[2] / "analyzer").rglob("*.py"))
SOURCE = Source("shop/odd.py", "shop.odd")
BITS = [
    b"(",
    b")",
    b"[",
    b"]",
    b"{",
    b"}",
    b":",
    b"\n",
    b"    ",
    b"\t",
    b"\\",
    b'"""',
    b"'",
    b"\x00",
    b"\xff",
    b"#",
    b"@",
    b"async ",
    b"await ",
    b"lambda: ",
    b"yield ",
    b"def f(",
    b"class C(",
    b"import ",
    b"from . ",
    b"*",
    b"**",
    b":=",
    b"match x:\n",
    b"global x\n",
    b"f'{",
    b"}'",
    b"\xe2\x80\xae",
    b"=",
    b"\r",
    b"\x0c",
]


def mutated(chance: random.Random) -> bytes:
    """A real file with a few pieces cut, doubled, moved or put in."""
    data = bytearray(chance.choice(SEEDS).read_bytes()[:6_000])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.randint(0, 60))
        piece = bytes(data[at:to])
        match chance.randrange(4):
            case 0:
                del data[at:to]
            case 1:
                data[at:at] = piece * chance.randint(1, 4)
            case 2:
                del data[at:to]
                where = chance.randrange(len(data) + 1)
                data[where:where] = piece
            case _:
                data[at:at] = chance.choice(BITS)
    return bytes(data)


def check(data: bytes) -> None:
    glimpse("shop/odd.py", data)
    refused_codec(data)
    facts = read(SOURCE, data)
    encoded = msgspec.msgpack.encode(facts)
    assert encoded == msgspec.msgpack.encode(read(SOURCE, data))
    assert msgspec.msgpack.decode(encoded, type=FileFacts) == facts
    last = data.count(b"\n") + data.count(b"\r") + data.count(b"\x0c") + 1
    assert all(0 <= problem.line <= last for problem in facts.problems)
    assert all(0 <= scope.line <= last for scope in facts.scopes)
    if not facts.problems:
        ast.parse(data)


def moments(seconds: float, at_least: int) -> Iterator[int]:
    end = time.monotonic() + seconds
    number = 0
    while number < at_least or time.monotonic() < end:
        yield number
        number += 1


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
def test_mutated_programs(request: pytest.FixtureRequest) -> None:
    for number in moments(request.config.getoption("--fuzz-seconds"), 250):
        data = mutated(random.Random(number))  # noqa: S311 - any will do, but the same every time
        try:
            check(data)
        except Exception as error:
            raise AssertionError(f"program {number}: {data!r}") from error


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(data: bytes) -> None:
    check(data)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(min_size=1, max_size=40).filter(lambda name: b"/" not in name and b"\0" not in name))
def test_any_file_name_is_shown_printable_and_found_again(name: bytes) -> None:
    shown = show(name)
    assert hide(shown) == name
    assert "\x1b" not in shown
    assert "\n" not in shown
