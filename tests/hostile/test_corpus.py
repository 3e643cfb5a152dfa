"""Every hostile codebase: nothing executed, nothing written outside, no crash, and the right answer."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import pytest
from codebases.case import Case, put
from codebases.depths import DEPTHS
from codebases.layouts import HISTORIES, LAYOUTS
from codebases.names import LINKS, NAMES
from codebases.texts import ENCODINGS, SIZES, SYNTAX

from analyzer.cli import program
from analyzer.model.study import Study, decode

FAMILIES = {
    "encodings": ENCODINGS,
    "syntax": SYNTAX,
    "sizes": SIZES,
    "depths": DEPTHS,
    "names": NAMES,
    "links": LINKS,
    "layouts": LAYOUTS,
    "histories": HISTORIES,
}
CASES = {f"{family}: {name}": case for family, cases in FAMILIES.items() for name, case in cases.items()}
ALONE = {name: case for name, case in CASES.items() if case.text is None}
TOGETHER = {name: case for name, case in CASES.items() if case.text is not None}
FORMATS = ("--render", "json,csv", "--emit", "openapi")


class Outcome(NamedTuple):
    status: int
    said: str
    study: Study

    @property
    def modules(self) -> set[str]:
        elements = self.study.graph.elements
        return set(elements[elements["kind"] == "module"]["module"])

    @property
    def lost(self) -> set[str]:
        return {problem.file for problem in self.study.problems if problem.severity == "loss"}

    @property
    def finds_the_sane_shop(self) -> bool:
        links = self.study.graph.links
        call = (links["source"] == "shop/cart.py::add") & (links["target"] == "shop/stock.py::take")
        return bool(call.any()) and {"shop", "shop.cart", "shop.stock"} <= self.modules


def analyze(place: Path, capture: "pytest.CaptureFixture[str]") -> Outcome:
    """One run over ``place/code``, which must leave everything but its output and cache alone."""
    with chdir(place):
        before = state(place)
        status = program.main(
            ["analyze", "code", "--out", "out", "--cache", "cache", "--verbose", *FORMATS],
            prog_name="analyzer",
            standalone_mode=False,
        )
    said = "".join(capture.readouterr())
    ours = {"out", "cache"}
    after = {name: seen for name, seen in state(place).items() if Path(name).relative_to(place).parts[0] not in ours}
    assert after == before
    assert all(letter == "\n" or letter.isprintable() for letter in said)
    return Outcome(int(status), said, decode((place / "out/study.json").read_bytes()))


def state(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What lies in the folder and below, links not followed: mode, size and time of change."""
    return dict(_state(str(folder)))


def _state(folder: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for entry in os.scandir(folder):
        status = entry.stat(follow_symlinks=False)
        size = status.st_size if stat.S_ISREG(status.st_mode) else 0
        yield entry.path, (status.st_mode, size, status.st_mtime_ns)
        if stat.S_ISDIR(status.st_mode) and len(entry.path) < 3_000:
            yield from _state(entry.path)


def file_of(name: str) -> str:
    return f"shop/{re.sub('[^a-z0-9]+', '_', name)}.py"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One codebase with the odd file of every case that is a single file."""
    place = tmp_path_factory.mktemp("together")
    Case("sane").grow(place / "code")
    for name, case in TOGETHER.items():
        put(place / "code", file_of(name), case.text or b"")
    return place


OUTCOMES: dict[Path, Outcome] = {}


@pytest.fixture
def together(shared: Path, capfd: "pytest.CaptureFixture[str]") -> Outcome:
    if shared not in OUTCOMES:
        OUTCOMES[shared] = analyze(shared, capfd)
    return OUTCOMES[shared]


@pytest.mark.parametrize("name", TOGETHER)
def test_an_odd_file(name: str, together: Outcome) -> None:
    path = file_of(name)
    assert (path in together.lost) == bool(TOGETHER[name].lost), together.said
    assert path.removesuffix(".py").replace("/", ".") in together.modules  # a lost file is still a module to place
    assert (path in together.said) == bool(TOGETHER[name].lost)


def test_odd_files_leave_the_sane_ones_alone(together: Outcome) -> None:
    assert together.status == 3
    assert together.finds_the_sane_shop
    assert together.lost == {file_of(name) for name, case in TOGETHER.items() if case.lost}


@pytest.mark.parametrize("name", ALONE)
def test_a_hostile_codebase(name: str, tmp_path: Path, capfd: "pytest.CaptureFixture[str]") -> None:
    case = ALONE[name]
    case.grow(tmp_path / "code")
    outcome = analyze(tmp_path, capfd)
    assert outcome.lost == case.lost or (case.is_bottomless and len(outcome.lost) == 1)
    assert outcome.status == (3 if case.lost else 0)
    assert case.modules <= outcome.modules
    assert outcome.modules & case.absent == set()
    assert outcome.finds_the_sane_shop
    assert [path for path in outcome.lost if path not in outcome.said] == []


def test_there_are_enough() -> None:
    assert len(CASES) >= 80
    assert all(case.why and not case.why.endswith(".") for case in CASES.values())
