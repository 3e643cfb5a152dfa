"""Texts of the analysed code that try to act, through every renderer and every emitter, into a reader of the format."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

import pytest
from codebases.payloads import ATTACKS, HARMLESS, grow
from sinks import MARK, check

from analyzer.cli import program
from analyzer.cli.boundaries import with_boundaries
from analyzer.emitters import EMITTERS
from analyzer.model.artifact import Artifact
from analyzer.model.study import Study, decode, encode
from analyzer.notation.prose import visible
from analyzer.pipeline import analyze
from analyzer.renderers import RENDERERS
from analyzer.settings import RunSettings, Settings

Draw = Callable[[Study], Iterable[Artifact]]
MEMBERS: dict[str, Draw] = {f"render {renderer.name}": renderer.draw for renderer in RENDERERS}
MEMBERS |= {f"emit {emitter.name}": emitter.emit for emitter in EMITTERS}


def study_of(root: Path, attacks: tuple[str, ...]) -> Study:
    grow(root, attacks)
    settings, _ = with_boundaries(Settings(run=RunSettings(engine="inline", use_cache=False)), root, None)
    return analyze(root, settings)


@pytest.fixture(scope="module")
def studies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Study, Study]:
    """The shop with attacks, and its calm twin."""
    place = tmp_path_factory.mktemp("injection")
    return study_of(place / "evil/code", ATTACKS), study_of(place / "calm/code", HARMLESS)


def test_the_attacks_get_as_far_as_the_study(studies: tuple[Study, Study]) -> None:
    evil, calm = studies
    assert [problem for problem in evil.problems if problem.severity == "loss"] == []
    told = encode(evil).decode()
    starts = [json.dumps(visible(attack).strip()[:9], ensure_ascii=False)[1:-1] for attack in ATTACKS]
    assert [start for start in starts if start not in told] == []
    assert len(evil.sources) == len(calm.sources)
    assert [len(contract.operations) for contract in evil.contracts] == [len(c.operations) for c in calm.contracts]
    assert len(evil.breaks) > 70
    assert [service.key for service in evil.cut.services] == [service.key for service in calm.cut.services]
    assert MARK not in encode(calm).decode()
    assert encode(decode(encode(evil))) == encode(evil)


@pytest.mark.parametrize("member", MEMBERS)
def test_text_stays_text(member: str, studies: tuple[Study, Study]) -> None:
    evil, calm = ({artifact.path: artifact.content for artifact in MEMBERS[member](study)} for study in studies)
    twins = {PurePosixPath(path).suffix or PurePosixPath(path).name: content for path, content in calm.items()}
    for path, content in evil.items():
        assert path.isascii()
        assert MARK not in path.replace("_", "/").split("/") or path.isidentifier()
        check(path, content, calm.get(path) or twins[PurePosixPath(path).suffix or PurePosixPath(path).name])


def test_the_terminal_is_told_in_printable_text(
    studies: tuple[Study, Study], tmp_path: Path, capfd: "pytest.CaptureFixture[str]"
) -> None:
    assert studies
    grow(tmp_path / "code", ATTACKS)
    options = ["--out", str(tmp_path / "out"), "--no-cache", "--engine", "inline", "--verbose", "--render", "json"]
    program.main(["analyze", str(tmp_path / "code"), *options], prog_name="analyzer", standalone_mode=False)
    said = "".join(capfd.readouterr())
    assert MARK in said
    assert all(letter == "\n" or letter.isprintable() for letter in said)
