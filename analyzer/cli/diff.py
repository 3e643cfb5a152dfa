"""``analyzer diff``: what changed between two studies, in a few lines and as a page."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer.cli.voice import clean, say, tell
from analyzer.errors import InvalidStudy

if TYPE_CHECKING:
    from analyzer.model.study import Study

_EXAMPLES = """\b
Examples:
  analyzer diff reports/shop-may reports/shop-june
  analyzer diff old/study.json new/study.json --out /tmp/what-changed
"""


@click.command("diff", epilog=_EXAMPLES)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the page.  [default: reports/<name>-changes]")
def command(old: Path, new: Path, out: Path | None) -> None:
    """Say what changed from the study OLD to the study NEW: report folders or study.json files.

    Writes comparison.html: the report of NEW with a first page that says what moved, which breaks came and went,
    and the figures side by side.
    """
    from analyzer.render import changes, render_comparison  # noqa: PLC0415 - half a second that --help need not wait for
    from analyzer.write import write  # noqa: PLC0415

    before, after = load(old), load(new)
    for line in changes(before, after):
        say(clean(line))
    written = write(render_comparison(before, after), out or Path("reports") / f"{_file_name(after.name)}-changes")
    tell(f"Page: {written.folder / 'comparison.html'}")


def load(path: Path) -> "Study":
    """The study in a report folder or a ``study.json``; raises ``InvalidStudy`` when there is none."""
    import msgspec  # noqa: PLC0415 - see above

    from analyzer.model.study import decode  # noqa: PLC0415

    file = path / "study.json" if path.is_dir() else path
    try:
        return decode(file.read_bytes())
    except OSError as error:
        raise InvalidStudy(
            f"There is no study at {file}: {error.strerror}. Give a report folder or a study.json."
        ) from error
    except (msgspec.MsgspecError, KeyError, TypeError, IndexError) as error:
        raise InvalidStudy(f"{file} is not a study of this version. Analyse the code again to get one.") from error


def _file_name(text: str) -> str:
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "-" for letter in text)
    return plain.lstrip(".-") or "codebase"
