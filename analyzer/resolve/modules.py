"""Dotted names to files: several import roots, the importer's own root first, namespace packages."""

from bisect import bisect_right

from analyzer.model.python import STANDARD_MODULES
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Node


class Modules:
    """All files by dotted name; two roots may hold the same name."""

    def __init__(self, units: list[Unit], alias: str = "") -> None:
        self.units = units
        self.bases = [unit.base for unit in units]
        self.by_name: dict[str, list[Unit]] = {}
        self.packages: dict[str, set[str]] = {}
        self.alias = alias
        self.beside: dict[str, list[Unit]] = {}
        packages = {_folder(unit) for unit in units if unit.facts.source.is_package}
        for unit in units:
            self.beside.setdefault(_natural(unit, packages), []).append(unit)
        for unit in units:
            self.by_name.setdefault(unit.name, []).append(unit)
            steps = unit.name.split(".")
            for length in range(1, len(steps)):
                self.packages.setdefault(".".join(steps[:length]), set()).add(steps[length])

    def unit_at(self, node: Node) -> Unit:
        """The file that expression ``node`` belongs to."""
        return self.units[bisect_right(self.bases, node) - 1]

    def find(self, name: str, importer: Unit) -> Unit | None:
        """The file a dotted name means for ``importer``; None when it is no file of the codebase."""
        found = self.by_name.get(name)
        if found is None and self.alias and (name == self.alias or name.startswith(self.alias + ".")):
            found = self.by_name.get(name[len(self.alias) + 1 :])
        if not found:
            return self._beside(name, importer)
        if len(found) > 1:
            root = importer.facts.source.root
            for unit in found:
                if unit.facts.source.root == root:
                    return unit
        return found[0]

    def _beside(self, name: str, importer: Unit) -> Unit | None:
        """A file found the way a script finds its neighbours, or below a source folder that is no package."""
        found = self.beside.get(name, ())
        for unit in found:
            if _root(unit, name) == _folder(importer):
                return unit
        return found[0] if len(found) == 1 and name.partition(".")[0] not in STANDARD_MODULES else None

    def is_package(self, name: str) -> bool:
        """True for a dotted name that has modules below it."""
        return name in self.packages or (bool(self.alias) and name == self.alias)


def _folder(unit: Unit) -> str:
    return unit.key.rpartition("/")[0]


def _root(unit: Unit, name: str) -> str:
    """The folder from which ``name`` is counted."""
    steps = _folder(unit).split("/") if "/" in unit.key else []
    above = name.count(".") + (1 if unit.facts.source.is_package else 0)
    return "/".join(steps[: len(steps) - above])


def _natural(unit: Unit, packages: set[str]) -> str:
    """The dotted name counted from the nearest folder above that is no package."""
    steps = unit.key.removesuffix(".py").split("/")
    folder = len(steps) - 1
    while folder > 0 and "/".join(steps[:folder]) in packages:
        folder -= 1
    named = steps[folder:]
    return ".".join(named[:-1] if named[-1] == "__init__" else named)
