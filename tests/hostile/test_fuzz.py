"""Mutated programs: the reader never crashes, gives the same facts twice, and points only at lines that exist."""

import ast
import gzip
import json
import random
import re
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

ROOT = Path(__file__).parents[2]
SEEDS = sorted(path for folder in ("analyzer", "sample_monolith") for path in (ROOT / folder).rglob("*.py"))
PROGRAMS: list[str] = json.loads(gzip.decompress(Path(__file__).with_name("programs.json.gz").read_bytes()))
EVERY_DAY = 2_000  # mutated files in an ordinary run; make fuzz makes 20,000 and goes on for ten minutes
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


def excerpt(chance: random.Random) -> bytes:
    """Whole lines from somewhere in a real file: short enough for thousands of them."""
    lines = chance.choice(SEEDS).read_bytes().splitlines(keepends=True)
    tops = [number for number, line in enumerate(lines) if line.startswith((b"def ", b"class ", b"from ", b"_"))]
    start = chance.choice(tops or [0])
    end = next((top for top in tops if top > start + 20), len(lines))
    return b"".join(lines[start:end][:120])


def mutated(chance: random.Random) -> bytes:
    """A part of a real file, or a program that was made up, with a few pieces cut, doubled, moved or put in."""
    made_up = chance.choice(PROGRAMS).encode("utf-8", "surrogatepass")
    data = bytearray(made_up if chance.randrange(4) == 0 else excerpt(chance))
    for _ in range(chance.randint(1, 3)):
        words = list(re.finditer(rb"[A-Za-z_]{3,}", data)) or [re.match(b"", b"")]
        first, second = chance.choice(words), chance.choice(words)
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.randint(0, 60))
        piece = bytes(data[at:to])
        match chance.randrange(8):
            case 0:
                del data[at:to]
            case 1:
                data[at:at] = piece * chance.randint(1, 4)
            case 2:
                del data[at:to]
                where = chance.randrange(len(data) + 1)
                data[where:where] = piece
            case 3:
                data[at:at] = chance.choice(BITS)
            case _ if first and second:  # one word in the place of another often still parses
                data[first.start() : first.end()] = second[0]
    return bytes(data)


def check(data: bytes) -> FileFacts:
    glimpse("shop/odd.py", data)
    refused_codec(data)
    facts = read(SOURCE, data)
    encoded = msgspec.msgpack.encode(facts)
    assert encoded == msgspec.msgpack.encode(read(SOURCE, data))
    assert msgspec.msgpack.decode(encoded, type=FileFacts) == facts
    last = data.count(b"\n") + data.count(b"\r") + data.count(b"\x0c") + 1
    assert all(0 <= problem.line <= last for problem in facts.problems)
    assert all(0 <= line <= last for line in lines_in(encoded))
    if not facts.problems:
        ast.parse(data)
    return facts


def lines_in(encoded: bytes) -> Iterator[int]:
    """Every number that is kept as a line, wherever it is kept."""
    waiting = [msgspec.msgpack.decode(encoded)]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            yield from (found[name] for name in ("line", "end_line") if name in found)
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found


def moments(seconds: float, at_least: int) -> Iterator[int]:
    end = time.monotonic() + seconds
    number = 0
    while number < at_least or time.monotonic() < end:
        yield number
        number += 1


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
def test_mutated_programs(request: pytest.FixtureRequest) -> None:
    seconds = request.config.getoption("--fuzz-seconds")
    for number in moments(seconds, 20_000 if seconds else EVERY_DAY):
        data = mutated(random.Random(number))  # noqa: S311 - any will do, but the same every time
        try:
            check(data)
        except Exception as error:
            raise AssertionError(f"program {number}: {data!r}") from error


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
def test_made_up_programs() -> None:
    assert len(PROGRAMS) == 500
    for number, program in enumerate(PROGRAMS):
        facts = check(program.encode("utf-8"))
        # Python reads a form feed or a lone carriage return in its own way; whatever it takes, we take.
        assert facts.problems == () or not parses(program), (number, program)


def parses(program: str) -> bool:
    try:
        ast.parse(program.encode())
    except SyntaxError:
        return False
    return True


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
