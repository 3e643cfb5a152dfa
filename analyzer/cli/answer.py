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
from analyzer.engines.answers import all_read, answer_key, recalled, remember
from analyzer.engines.store import Note
from analyzer.errors import AnalyzerError
from analyzer.model.artifact import Artifact, Ownership
from analyzer.model.collector import uncollected
from analyzer.observe import marks
from analyzer.settings import RunSettings, Settings, spell_out
from analyzer.write import Manifest, Written, confirm, promise, write

if TYPE_CHECKING:
    from analyzer.pipeline import Progress

Names = list[str] | None  # None: the default ones
File = tuple[str, bytes, Ownership]  # the fields of an artifact


class Question(NamedTuple):
    """What is asked: which codebase, under which settings, in which formats; and the folder for it, if one is named."""

    root: Path
    settings: Settings
    renderers: Names
    emitters: Names
    out: Path | None


class Answer(Struct, frozen=True):
    """What is said, and what the output folder then holds."""

    verdict: Verdict
    promised: Manifest


class Failure(NamedTuple):
    """A renderer or emitter that met a bug of ours, and the bug."""

    who: str
    bug: Exception


class Outcome(NamedTuple):
    """What is said, what was written, and which of its files are missing because their writer failed."""

    verdict: Verdict
    written: Written
    failures: list[Failure]


def answer(question: Question, progress: "Progress") -> Outcome:
    """Write the report and the services; they come from the cache when all that decides them is as it was.

    An answer is kept there when every file was read, nothing failed and nothing changed in the meantime.
    """
    knobs, note = question.settings.run, partial(progress, "read")
    check_engine(knobs)
    progress("discover", "")
    found = discover(question.root, question.settings)
    folder = question.out or _default_folder(found.name)
    key = _key(found, question) if knobs.use_cache else None
    if key and (known := _known(knobs, key, folder, note)):
        progress("recall", "")
        return known
    with uncollected():
        artifacts, verdict, failures = _work_out(found, question, progress)
        written = write(artifacts, folder)
    if key and not failures and all_read(knobs, found.sources, note):
        progress("remember", "")
        if _key(discover(question.root, question.settings), question) == key:
            remember(knobs, key, _spelled(artifacts, verdict), note)
    return Outcome(verdict, written, failures)


def _known(knobs: RunSettings, key: bytes, folder: Path, note: Note) -> Outcome | None:
    """The outcome of a run that asked the same; its files are unpacked only where they do not lie already."""
    with recalled(knobs, key, note) as part:
        head = part("head")
        if head is None:
            return None
        known = msgspec.msgpack.decode(head, type=Answer)
        written = confirm(known.promised, folder)
        if written is None and (files := part("files")) is not None:
            fields = msgspec.msgpack.decode(files, type=tuple[File, ...])
            written = write([Artifact(*field) for field in fields], folder)
        return Outcome(known.verdict, written, []) if written else None


def _spelled(artifacts: list[Artifact], verdict: Verdict) -> dict[str, bytes]:
    files = [
        (one.path, one.content.encode() if isinstance(one.content, str) else one.content, one.ownership)
        for one in artifacts
    ]
    encode = msgspec.msgpack.encode
    return {"files": encode(files), "head": encode(Answer(verdict, promise(artifacts)))}


def _key(found: Discovery, question: Question) -> bytes:
    """Where the work runs decides nothing; which files there are, what is in them and what is known of them does."""
    asked = (question.renderers, question.emitters, spell_out(question.settings))
    known = marks(found.root, question.settings.observe.traces)
    return answer_key(found.name, found.sources, found.problems, known, asked)


def _work_out(
    found: Discovery, question: Question, progress: "Progress"
) -> tuple[list[Artifact], Verdict, list[Failure]]:
    # These load pandas and the drawing libraries, which takes longer than to find a known answer.
    from analyzer.generate import generate  # noqa: PLC0415
    from analyzer.pipeline import study_of  # noqa: PLC0415
    from analyzer.render import render  # noqa: PLC0415

    study = study_of(found, question.settings, progress)
    progress("write", "")
    failures: list[Failure] = []
    attempt = partial(_attempt, failures)
    artifacts = [*render(study, question.renderers, attempt), *generate(study, question.emitters, attempt)]
    return artifacts, sum_up(study), failures


def _attempt(failures: list[Failure], who: str, draw: Callable[[], Iterable[Artifact]]) -> Sequence[Artifact] | None:
    """The one place where a bug in a renderer or emitter is held back: it must not cost the other files."""
    try:
        return tuple(draw())
    except AnalyzerError:  # somebody else's mistake, which has a remedy
        raise
    except Exception as bug:  # noqa: BLE001 - whatever it is, it is told of and ends in exit status 4
        failures.append(Failure(who, bug))
        return None


def _default_folder(codebase: str) -> Path:
    name = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "-" for letter in codebase)
    return Path("reports") / (name.lstrip(".-") or "codebase")
