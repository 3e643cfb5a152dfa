"""Traces as users record them; ``recorded/`` was written by opentelemetry-sdk 1.45 (printed, and as OTLP)."""

import json
import math
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.errors import InvalidSettings
from analyzer.model.source import Source
from analyzer.observe import marks, observe
from analyzer.observe.traces import read_traces
from analyzer.settings import ObserveSettings, Settings

RECORDED = Path(__file__).parent / "recorded"
SHOP = ("shop/__init__.py", "shop/orders/views.py", "shop/payments/gateway.py", "shop/stock/reserve.py")


def sources(*paths: str) -> tuple[Source, ...]:
    return tuple(
        Source(path=path, module=path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")) for path in paths
    )


@pytest.mark.parametrize("file", ["spans_of_the_sdk.json", "spans_otlp.jsonl"])
def test_spans_are_calls_and_spans_of_libraries_are_looked_through(file: str) -> None:
    assert read_traces([str(RECORDED / file)], sources(*SHOP)) == [
        ("shop/orders/views.py", "shop/payments/gateway.py", "trace", math.log1p(3)),
        ("shop/orders/views.py", "shop/stock/reserve.py", "trace", math.log1p(3)),
    ]


@pytest.fixture
def covered(tmp_path: Path) -> Path:
    """A folder with two modules, and coverage.py's data of three contexts, of which two run both."""
    (tmp_path / "one.py").write_text("def run():\n    return 1\n")
    (tmp_path / "two.py").write_text("def run():\n    return 2\n")
    (tmp_path / "drive.py").write_text(
        "import coverage, sys\n"
        "sys.path.insert(0, '.')\n"
        "recorder = coverage.Coverage(data_file='.coverage', source=['.'], config_file=False)\n"
        "recorder.start()\n"
        "import one, two\n"
        "for name, parts in (('first', (one, two)), ('second', (one, two)), ('third', (one,))):\n"
        "    recorder.switch_context(name)\n"
        "    for part in parts:\n"
        "        part.run()\n"
        "recorder.stop()\n"
        "recorder.save()\n"
        "recorder.json_report(outfile='coverage.json', show_contexts=True)\n"
    )
    subprocess.run([sys.executable, "drive.py"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


@pytest.mark.parametrize("file", [".coverage", "coverage.json"])
def test_files_that_ran_in_the_same_contexts_ran_together(covered: Path, file: str) -> None:
    found = read_traces([str(covered / file)], sources("one.py", "two.py"))
    assert found == [("one.py", "two.py", "run_together", round(2 / 3, 9))]


def test_a_table_of_calls(tmp_path: Path) -> None:
    table = tmp_path / "calls.csv"
    table.write_text(
        "caller,callee,count\n"
        "/srv/shop/orders/views.py:12,shop.payments.gateway.charge,4\n"
        "shop/orders/views.py::place,shop.payments.gateway:Gateway.charge,5\n"
        "shop.orders.views,shop.orders.views,9\n"
        "somebody.else,shop.orders.views,9\n"
        "C:\\app\\shop\\stock\\reserve.py,shop.payments.gateway,-3\n"
    )
    assert read_traces([str(table)], sources(*SHOP)) == [
        ("shop/orders/views.py", "shop/payments/gateway.py", "trace", math.log1p(9)),
        ("shop/payments/gateway.py", "shop/stock/reserve.py", "trace", math.log1p(1)),
    ]


def test_the_longest_path_that_fits_is_meant(tmp_path: Path) -> None:
    table = tmp_path / "calls.csv"
    table.write_text("caller,callee\n/x/app/models.py,/x/models.py\n")
    found = read_traces([str(table)], sources("models.py", "app/models.py"))
    assert found == [("app/models.py", "models.py", "trace", math.log1p(1))]


def cyclic(_: Path) -> bytes:
    spans = [
        {"name": "shop", "context": {"trace_id": "1", "span_id": str(n)}, "parent_id": str((n + 1) % 5)}
        for n in range(5)
    ]
    return json.dumps(spans).encode()


def foreign(folder: Path) -> bytes:
    with sqlite3.connect(folder / "x.db") as base:
        base.execute("CREATE TABLE file (id)")
    return (folder / "x.db").read_bytes()


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (lambda _: b"", "cannot be read"),
        (lambda _: b"hello\nworld\n", "no known form"),
        (lambda _: b"\0\xff" * 50, "no known form"),
        (lambda _: b"{ not json", "neither JSON"),
        (lambda _: b"[" * 100_000, "neither JSON"),
        (lambda _: b"[]", "no two files"),
        (lambda _: b'{"resourceSpans": [{"scopeSpans": [1, {"spans": {"a": 1}}]}, 7]}', "no two files"),
        (lambda _: b'{"files": {"shop/orders/views.py": {"contexts": {"1": [3, null]}}, "b": 1}}', "no two files"),
        (lambda _: b"caller,callee\nelse.where,else.what\n", "no two files"),
        (lambda _: b"SQLite format 3\0" + b"\1" * 500, "no data file of coverage.py"),
        (cyclic, "no two files"),
        (foreign, "no data file of coverage.py"),
    ],
)
def test_what_is_no_trace_is_refused_in_one_line(tmp_path: Path, data: Callable[[Path], bytes], hint: str) -> None:
    file = tmp_path / "trace"
    file.write_bytes(data(tmp_path))
    with pytest.raises(InvalidSettings, match=hint):
        read_traces([str(file)], sources(*SHOP))


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(RECORDED / "spans_otlp.jsonl")
    for path in (tmp_path, tmp_path / "missing", tmp_path / "link"):
        with pytest.raises(InvalidSettings, match="cannot be read"):
            read_traces([str(path)], sources(*SHOP))


def test_a_database_whose_tables_never_end_is_ended(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "bomb") as base:
        base.execute("CREATE TABLE file (id, path)")
        base.execute("CREATE TABLE context (id, context)")
        base.execute(
            "CREATE VIEW line_bits AS WITH RECURSIVE n(file_id) AS (SELECT 1 UNION ALL SELECT file_id + 1 FROM n)"
            " SELECT file_id, 1 AS context_id FROM n"
        )
        base.execute("INSERT INTO file VALUES (0, 'a')")
        base.execute("INSERT INTO context VALUES (1, 'c')")
    started = time.process_time()
    with pytest.raises(InvalidSettings, match="no data file of coverage"):
        read_traces([str(tmp_path / "bomb")], sources(*SHOP))
    assert time.process_time() - started < 60  # it would never end otherwise; a bound, not a measurement


def test_traces_are_evidence_and_decide_the_marks(tmp_path: Path) -> None:
    spans = str(RECORDED / "spans_otlp.jsonl")
    found = observe(tmp_path, Settings(observe=ObserveSettings(traces=(spans,))), sources(*SHOP))
    assert found.pairs["view"].tolist() == ["trace", "trace"]
    assert marks(tmp_path, (spans,)) != marks(tmp_path)
