"""An artifact: a relative path and what is to be written there."""

from typing import Literal

from msgspec import Struct

MANIFEST = ".analyzer-manifest.json"
"""The file by which an output folder says that it is one, and which of its files we wrote."""

Ownership = Literal["generated", "hand_owned"]
"""``hand_owned`` files are written once and never touched again when they are already there."""


class Artifact(Struct, frozen=True, order=True):
    """One file of the output folder: ``path`` has forward slashes and stays inside the folder."""

    path: str
    content: str | bytes
    ownership: Ownership = "generated"
