"""A source: one file of the analysed codebase, before anybody has read it."""

from typing import Literal

from msgspec import Struct

Role = Literal["code", "test", "migration", "generated", "vendored"]
"""What a file is for. Only ``code`` takes part in the cut; the others are counted, named and selectable."""


class Source(Struct, frozen=True, order=True):
    """One Python file.

    ``path`` is relative to the analysed folder, with forward slashes; ``module`` is the dotted name counted
    from ``root``, the import root (also relative, ``.`` for the folder itself, ``..`` when the analysed folder
    is itself a package); ``size`` is in bytes.
    """

    path: str
    module: str
    root: str = "."
    is_package: bool = False
    role: Role = "code"
    size: int = 0
    sha256: str = ""
