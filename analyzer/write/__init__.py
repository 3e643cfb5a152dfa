"""Files to disk: the whole folder appears at once or not at all, and what people changed in it is kept."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from analyzer.errors import RefusedOutput
from analyzer.model.artifact import Artifact
from analyzer.write.earlier import Earlier, Manifest, look_at
from analyzer.write.exchange import fill, put_in_place, sweep, work_beside
from analyzer.write.locked import only_one
from analyzer.write.merge import changed, is_kept, merge, promise

__all__ = ["Manifest", "Written", "confirm", "promise", "write"]


class Written(NamedTuple):
    """What was done: ``kept`` are files of people's own that stay as they are, ``beside`` their changed versions."""

    folder: Path
    files: int
    kept: tuple[str, ...]
    beside: tuple[str, ...]


def write(artifacts: Sequence[Artifact], folder: Path) -> Written:
    """Replace the output folder by the artifacts.

    Raises ``RefusedOutput`` when the folder holds files we did not write or cannot be written; an older output
    then stays as it was.
    """
    with _alone(folder) as (place, earlier):
        merged = merge(artifacts, earlier)
        with work_beside(place) as beside:
            fill(beside, merged.files)
            put_in_place(beside, place)
    return Written(place, len(merged.files), merged.kept, merged.beside)


def confirm(promised: Manifest, folder: Path) -> Written | None:
    """What ``write`` would say when the folder already is what it would write; None when there is something to do.

    Every file is read and compared. Raises as ``write`` does.
    """
    with _alone(folder) as (place, earlier):
        if not is_kept(promised, earlier):
            return None
        owned = {path: earlier.contents[path] for path in earlier.manifest.owned}
        return Written(place, len(earlier.paths), changed(owned, earlier.manifest.files), ())


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[tuple[Path, Earlier]]:
    """The real place of the folder and what is in it, with no other run at it."""
    place = folder.parent.resolve() / folder.name
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with only_one(place):
            sweep(place)
            yield place, look_at(place)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise RefusedOutput(f"The report could not be written to {place}: {error.strerror}{where}.") from error
