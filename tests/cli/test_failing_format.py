"""A bug in one report format or emitter costs its own files only, and is told of."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from analyzer.cli import program
from analyzer.cli.guard import Status
from analyzer.emitters import EMITTERS
from analyzer.errors import MissingExtra
from analyzer.model.artifact import Artifact
from analyzer.model.family import Emitter, Renderer
from analyzer.model.study import Study
from analyzer.renderers import RENDERERS


def half_way(study: Study) -> Iterator[Artifact]:
    yield Artifact("half.txt", study.name)
    raise KeyError("nobody knows")


def without_its_library(_study: Study) -> Iterator[Artifact]:
    raise MissingExtra("The report format bad needs an extra.")


def run(place: Path, *options: str) -> Result:
    (place / "shop").mkdir(exist_ok=True)
    (place / "shop/cart.py").write_text("def add(item):\n    return item\n")
    arguments = ["analyze", "shop", "--out", "out", "--engine", "inline", "--cache", "cache", "--verbose", *options]
    with contextlib.chdir(place):
        return CliRunner().invoke(program, arguments, prog_name="analyzer", standalone_mode=False)


def test_a_report_format_that_fails_is_named_and_the_rest_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analyzer.render.RENDERERS", (Renderer("bad", "", half_way), *RENDERERS))
    for _ in range(2):  # an answer with a hole is not kept for the next run
        done = run(tmp_path, "--render", "bad,csv", "--emit", "openapi")
        assert done.return_value == Status.BUG
        (line,) = [line for line in done.stderr.splitlines() if line.startswith("analyzer:")]
        assert "KeyError in test_failing_format" in line
        assert "; the report format bad is missing, the rest is written" in line
        details = Path(line.rpartition("Details: ")[2].removesuffix("."))
        assert "nobody knows" in details.read_text()
        assert (tmp_path / "out/elements.csv").exists()
        assert not (tmp_path / "out/half.txt").exists()
        assert "Nothing changed" not in done.stderr


def test_an_emitter_that_fails_takes_along_those_that_need_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needy = Emitter("needy", "", lambda study: [Artifact("needy.txt", study.name)], needs=("bad",))
    monkeypatch.setattr("analyzer.generate.EMITTERS", (Emitter("bad", "", half_way), needy, *EMITTERS))
    done = run(tmp_path, "--render", "csv", "--emit", "needy,openapi")
    assert done.return_value == Status.BUG
    assert done.stderr.count("analyzer:") == 1
    assert "the emitter bad is missing" in done.stderr
    written = {path.name for path in (tmp_path / "out").rglob("*")}
    assert written.isdisjoint({"half.txt", "needy.txt"})
    assert "elements.csv" in written


def test_a_missing_extra_is_no_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analyzer.render.RENDERERS", (Renderer("bad", "", without_its_library),))
    done = run(tmp_path, "--render", "bad")
    assert isinstance(done.exception, MissingExtra)
    assert not (tmp_path / "out").exists()
