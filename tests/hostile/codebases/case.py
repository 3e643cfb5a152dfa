"""The shape of a hostile codebase: how it is built, and what must come of it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

Files = Mapping[str, str | bytes]
SANE: Files = {
    "shop/__init__.py": "",
    "shop/cart.py": "from shop.stock import take\n\n\ndef add(item):\n    return take(item)\n",
    "shop/stock.py": "def take(item):\n    return item\n",
}


class Case(NamedTuple):
    """``why`` is one sentence; ``lost`` the files (as the report shows them) that could not be read.

    ``modules`` are names that must be among the report's; the sane shop's are checked in every case.
    """

    why: str
    files: Files = MappingProxyType({})
    build: Callable[[Path], object] = lambda _root: None
    lost: frozenset[str] = frozenset()
    modules: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()  # modules that must not be there
    is_bottomless: bool = False  # which folder is the last that can be opened depends on where the codebase lies
    text: str | bytes | None = None  # the content of one odd file; such cases share one codebase

    def grow(self, root: Path) -> None:
        """Write the codebase into the empty folder ``root``."""
        for path, content in {**SANE, **self.files}.items():
            put(root, path, content)
        self.build(root)


def put(root: Path, path: str | bytes, content: str | bytes = "") -> None:
    """Write one file; names may be any bytes."""
    place = root / os.fsdecode(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content.encode() if isinstance(content, str) else content)


def odd(why: str, text: str | bytes, *, is_lost: bool = False) -> Case:
    """A single odd file; its name comes from the case's, and says whether it must be readable."""
    return Case(why, text=text, lost=lost("the file itself") if is_lost else frozenset())


def lost(*paths: str) -> frozenset[str]:
    return frozenset(paths)
