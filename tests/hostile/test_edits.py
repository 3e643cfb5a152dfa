"""Random edits of a codebase: what the cache gives is always what reading everything anew would give."""

import contextlib
import os
import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from analyzer.cli import program
from analyzer.discover import discover, load
from analyzer.engines import examine
from analyzer.model.facts import FileFacts
from analyzer.read import read
from analyzer.settings import RunSettings, Settings

EDITS, REPORTS = 1_000, 20
WORDS = ("price", "order", "stock", "basket", "refund", "parcel")


def module(chance: random.Random) -> str:
    """A small module that imports and calls others of the codebase."""
    names = chance.sample(WORDS, 3)
    lines = [f"from shop.{name} import {name}_of" for name in names[1:]]
    for name in (names[0], *chance.sample(WORDS, 2)):
        lines += ["", "", f"def {name}_of(value):", f"    return {chance.choice(names[1:])}_of(value) + {len(name)}"]
    return "\n".join(lines) + "\n"


def grow(root: Path) -> None:
    (root / "shop").mkdir(parents=True)
    (root / "shop/__init__.py").write_text("")
    for word in WORDS:
        (root / f"shop/{word}.py").write_text(module(random.Random(word)))  # noqa: S311 - any will do, but the same


def unseen(path: Path, chance: random.Random) -> None:
    """Same size, same time stamp."""
    before, text = path.stat(), path.read_text()
    old, new = chance.choice([("value", "vague"), ("vague", "value"), ("_of(", "_or("), ("_or(", "_of("), ("+", "-")])
    path.write_text(text.replace(old, new, chance.randint(1, 3)))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def rewritten(path: Path, chance: random.Random) -> None:
    path.unlink(missing_ok=True)  # it may be a link
    path.write_text(module(chance))


def broken(path: Path, chance: random.Random) -> None:
    text = path.read_text()
    at = chance.randrange(len(text) + 1)
    path.write_text(text[:at] + chance.choice(["(", "'''", "\0", "if:", "\t"]) + text[at:])


def swapped(path: Path, chance: random.Random) -> None:
    """Two files change places, each with its own time stamp."""
    other = chance.choice(sorted(path.parent.glob("*.py")))
    aside = path.with_suffix(".aside")
    path.rename(aside)
    if other != path:
        other.rename(path)
    aside.rename(other)


def away(path: Path, _chance: random.Random) -> None:
    path.unlink()


def added(path: Path, chance: random.Random) -> None:
    rewritten(path.parent / f"{chance.choice(WORDS)}.py", chance)


def linked(path: Path, chance: random.Random) -> None:
    """A copy by link, or a link made a file again."""
    other = path.parent / f"{chance.choice(WORDS)}.py"
    other.unlink(missing_ok=True)
    if chance.random() < 0.3:
        other.symlink_to("stock.py")
    else:
        rewritten(other, chance)


Edit = Callable[[Path, random.Random], None]
KINDS: tuple[Edit, ...] = (unseen, unseen, unseen, rewritten, broken, swapped, away, added, linked)


def edit(root: Path, chance: random.Random) -> None:
    files = sorted(path for path in root.rglob("*.py") if path.is_file() and not path.is_symlink())
    if len(files) < 3:
        for word in WORDS:
            rewritten(root / f"shop/{word}.py", chance)
        return
    chance.choice(KINDS)(chance.choice(files), chance)


def facts(root: Path, cache: Path | None) -> list[FileFacts]:
    knobs = RunSettings(engine="inline", cache=str(cache or ""), use_cache=cache is not None)
    settings = Settings(run=knobs)
    return list(examine(root, discover(root, settings).sources, (load, read), settings))


def test_a_thousand_edits_give_the_facts_of_reading_anew(tmp_path: Path) -> None:
    root = tmp_path / "code"
    grow(root)
    chance = random.Random(20_260)  # noqa: S311 - any will do, but the same every time
    seen = set()
    for number in range(EDITS):
        edit(root, chance)
        warm, cold = facts(root, tmp_path / "cache"), facts(root, None)
        assert warm == cold, number
        seen.add(msgspec.msgpack.encode(warm))
    assert len(seen) > EDITS / 2  # the edits changed something, and came back to what the cache knows now and then


def report(place: Path, out: str, *options: str) -> dict[str, bytes]:
    with contextlib.chdir(place):
        command = ["analyze", "code", "--out", out, "--quiet", "--engine", "inline", "--render", "json,csv,migration"]
        status = program.main([*command, *options], prog_name="analyzer", standalone_mode=False)
    files = {path.name: path.read_bytes() for path in (place / out).rglob("*") if path.is_file()}
    return {**files, "status": str(int(status)).encode()}


@pytest.mark.slow
def test_edits_between_whole_runs_give_the_report_of_a_run_without_a_cache(tmp_path: Path) -> None:
    grow(tmp_path / "code")
    chance = random.Random(4)  # noqa: S311 - as above
    for number in range(REPORTS):
        for _ in range(chance.randrange(3)):  # now and then nothing changes, and the whole answer is known
            edit(tmp_path / "code", chance)
        warm = report(tmp_path, "warm", "--cache", "cache")
        assert warm == report(tmp_path, f"cold{number}", "--no-cache"), number
