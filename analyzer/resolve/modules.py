"""Dotted names to files: several import roots, the importer's own root first, namespace packages."""

from bisect import bisect_right

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
            return None
        if len(found) > 1:
            root = importer.facts.source.root
            for unit in found:
                if unit.facts.source.root == root:
                    return unit
        return found[0]

    def is_package(self, name: str) -> bool:
        """True for a dotted name that has modules below it."""
        return name in self.packages or (bool(self.alias) and name == self.alias)
