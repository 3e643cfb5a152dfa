"""Every hostile codebase: nothing executed, nothing written outside, no crash, and the right answer."""

import os
import stat
from pathlib import Path

import msgspec
import pytest
from codebases.case import Case
from codebases.depths import DEPTHS
from codebases.layouts import HISTORIES, LAYOUTS
from codebases.names import LINKS, NAMES
from codebases.texts import ENCODINGS, SIZES, SYNTAX

from analyzer.cli import program
from analyzer.model.study import decode

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
FORMATS = ("--render", "json_document,csv_tables", "--emit", "openapi_contract")


def state(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What lies in the folder and below, links not followed: mode, size and time of change."""
    found = {}
    for here, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            status = os.lstat(os.path.join(here, name))
            size = status.st_size if stat.S_ISREG(status.st_mode) else 0
            found[os.path.join(here, name)] = (status.st_mode, size, status.st_mtime_ns)
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_codebase(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case: Case = CASES[name]
    root = tmp_path / "code"
    root.mkdir()
    case.grow(root)
    monkeypatch.chdir(tmp_path)
    before = state(tmp_path)
    status = program.main(
        ["analyze", "code", "--out", "out", "--cache", "cache", "--verbose", *FORMATS],
        prog_name="analyzer",
        standalone_mode=False,
    )
    said = capfd.readouterr()
    after = state(tmp_path)
    ours = (str(tmp_path / "out"), str(tmp_path / "cache"))
    assert {place: seen for place, seen in after.items() if not place.startswith(ours)} == before
    assert all(letter == "\n" or letter.isprintable() for letter in said.out + said.err)
    study = decode((tmp_path / "out/study.json").read_bytes())
    assert {problem.file for problem in study.problems if problem.severity == "loss"} == case.lost
    assert status == case.status
    elements = study.graph.elements
    modules = set(elements[elements["kind"] == "module"]["module"])
    assert {"shop", "shop.cart", "shop.stock"} | case.modules <= modules
    assert modules & case.absent == set()
    links = study.graph.links
    assert ((links["source"] == "shop/cart.py::add") & (links["target"] == "shop/stock.py::take")).any()
    for path in case.lost:
        assert path in said.err
    msgspec.json.decode((tmp_path / "out/study.json").read_bytes())


def test_there_are_enough() -> None:
    assert len(CASES) >= 80
    assert all(case.why and not case.why.endswith(".") for case in CASES.values())
