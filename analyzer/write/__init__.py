"""Files to disk: the whole folder appears at once or not at all, and what people changed in it is kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from analyzer.errors import RefusedOutput
from analyzer.model.artifact import Artifact
from analyzer.write.earlier import look_at
from analyzer.write.exchange import fill, put_in_place, sweep, work_beside
from analyzer.write.locked import only_one
from analyzer.write.merge import merge

__all__ = ["Written", "write"]


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
    folder = folder.parent.resolve() / folder.name
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with only_one(folder):
            sweep(folder)
            earlier = look_at(folder)
            merged = merge(artifacts, earlier)
            with work_beside(folder) as beside:
                fill(beside, merged.files)
                put_in_place(beside, folder)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise RefusedOutput(f"The report could not be written to {folder}: {error.strerror}{where}.") from error
    return Written(folder, len(merged.files), merged.kept, merged.beside)
