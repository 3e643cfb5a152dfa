"""The answer of one run, files and words; taken from the cache where the same question was answered before."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct

from analyzer.cli.verdict import Verdict, sum_up
from analyzer.discover import Discovery, discover
from analyzer.engines import check_engine
from analyzer.engines.answers import all_read, answer_key, recall, remember
from analyzer.errors import AnalyzerError
from analyzer.model.artifact import Artifact, Ownership
from analyzer.observe import marks
from analyzer.settings import Settings, spell_out

if TYPE_CHECKING:
    from analyzer.pipeline import Progress

Names = list[str] | None  # None: the default ones


class Question(NamedTuple):
    """What is asked: which codebase, under which settings, in which formats."""

    root: Path
    settings: Settings
    renderers: Names
    emitters: Names


class Answer(Struct, frozen=True):
    """``name`` is the codebase's; ``files`` are the fields of the artifacts, their content in bytes."""

    name: str
    files: tuple[tuple[str, bytes, Ownership], ...]
    verdict: Verdict

    def artifacts(self) -> tuple[Artifact, ...]:
        """What is to be written."""
        return tuple(Artifact(*file) for file in self.files)


class Failure(NamedTuple):
    """A renderer or emitter that met a bug of ours, and the bug."""

    who: str
    bug: Exception


def answer(question: Question, progress: "Progress") -> tuple[Answer, list[Failure]]:
    """The answer, and which of its files are missing because their writer failed.

    It is taken from the cache when everything that decides it is as it was; it is kept there when every file was
    read, nothing failed and nothing changed in the meantime.
    """
    knobs, note = question.settings.run, partial(progress, "read")
    check_engine(knobs)
    progress("discover", "")
    found = discover(question.root, question.settings)
    if not knobs.use_cache:
        return _work_out(found, question, progress)
    key = _key(found, question)
    known = recall(knobs, key, note)
    if known is not None:
        progress("recall", "")
        return msgspec.msgpack.decode(known, type=Answer), []
    fresh, failures = _work_out(found, question, progress)
    if not failures and all_read(knobs, found.sources, note):
        progress("discover", "")
        if _key(discover(question.root, question.settings), question) == key:
            remember(knobs, key, msgspec.msgpack.encode(fresh), note)
    return fresh, failures


def _key(found: Discovery, question: Question) -> bytes:
    """Where the work runs decides nothing; which files there are, what is in them and what is known of them does."""
    asked = (question.renderers, question.emitters, spell_out(question.settings))
    return answer_key(found.name, found.sources, found.problems, marks(found.root), asked)


def _work_out(found: Discovery, question: Question, progress: "Progress") -> tuple[Answer, list[Failure]]:
    # These load pandas and the drawing libraries, which takes longer than to find a known answer.
    from analyzer.generate import generate  # noqa: PLC0415
    from analyzer.pipeline import study_of  # noqa: PLC0415
    from analyzer.render import render  # noqa: PLC0415

    study = study_of(found, question.settings, progress)
    progress("write", "")
    failures: list[Failure] = []
    attempt = partial(_attempt, failures)
    files = [*render(study, question.renderers, attempt), *generate(study, question.emitters, attempt)]
    return Answer(found.name, tuple(map(_fields, files)), sum_up(study)), failures


def _attempt(failures: list[Failure], who: str, draw: Callable[[], Iterable[Artifact]]) -> Sequence[Artifact] | None:
    """The one place where a bug in a renderer or emitter is held back: it must not cost the other files."""
    try:
        return tuple(draw())
    except AnalyzerError:  # somebody else's mistake, which has a remedy
        raise
    except Exception as bug:  # noqa: BLE001 - whatever it is, it is told of and ends in exit status 4
        failures.append(Failure(who, bug))
        return None


def _fields(artifact: Artifact) -> tuple[str, bytes, Ownership]:
    content = artifact.content
    return artifact.path, content.encode() if isinstance(content, str) else content, artifact.ownership
