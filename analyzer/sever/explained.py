"""Uses of another service's code that some other break tells better, so that nothing is said twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analyzer.model.flows import link_rows
from analyzer.sever.crossing import Crossing
from analyzer.sever.families import Families
from analyzer.sever.sides import Sides

SPREAD = 3
"""A declaration may be spread over some lines; its first argument stands on one of the first."""


@dataclass(frozen=True, eq=False)
class Explanations:
    """What is known of imports, bases, queries and handlers, indexed by where it stands."""

    sides: Sides

    def tell(self, row: Crossing) -> bool:
        """Whether an inheritance, a query or an event explains the use."""
        return self.always(row) or self._is_called_back(row)

    def always(self, row: Crossing) -> bool:
        """The same whatever else is severed."""
        if row.kind in ("reference", "decorate") and (row.file, row.line, row.target) in self.bases:
            return True
        if row.kind == "reference" and ((row.source, row.target) in self.sent or not self._is_named(row)):
            return True
        if row.target in self.sides.event_variables and (row.file, row.line) in self.sides.event_places:
            return True
        if row.target in self.handlers and (row.file, row.line) in self.subscriptions:
            return True
        if row.kind == "call" and (self._is_decoration(row) or (row.target in self.handed and not self._is_named(row))):
            return True
        return self._is_declared(row) or self.families.are_kin(row.source, row.target)

    def _is_decoration(self, row: Crossing) -> bool:
        """A call that makes a decorator, where that decorates; and a decorator's call of what it wraps."""
        if (row.file, row.line, row.target) in self.decorations:
            return True
        decorators = self.decorators.get(self.sides.file.get(row.target, ""), set())
        return not decorators.isdisjoint(self._around(row.source)) and not self._is_named(row)

    def _is_declared(self, row: Crossing) -> bool:
        """Whether a mapped class is named by its query, its handler or a relation to it."""
        table = self.sides.table_of_class.get(row.target)
        if table is None:
            return False
        if (row.source, table) in self.accesses or (row.file, row.line) in self.subscriptions:
            return True
        return any(0 <= row.line - line <= SPREAD for line in self.relations.get((row.file, table), ()))

    def _is_called_back(self, row: Crossing) -> bool:
        """A function that calls what its caller hands to it, or a bus that calls a handler of its events.

        A lambda has no name but that of the code around it.
        """
        handed = (row.target, row.source) in self.calls or row.target in self.handlers
        return row.kind == "call" and handed and self.is_unnamed(row)

    def is_unnamed(self, row: Crossing) -> bool:
        """Whether nothing says where the file has the name from."""
        return not self._is_named(row)

    def _is_named(self, row: Crossing) -> bool:
        return self.sides.can_name(row.file, row.target)

    def without_plain_imports(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Drop imports whose names are then used: the use is the break, and the import goes with it."""
        used: dict[str, set[str]] = defaultdict(set)
        uses = self.sides.crossing[self.sides.crossing["kind"] != "import"]
        for file, target in zip(uses["file"].tolist(), uses["target"].tolist(), strict=True):
            used[file].add(self.sides.file.get(target, target))
        columns = (rows[name].tolist() for name in ("kind", "target", "file"))
        kept = [
            kind != "import" or not self.is_used(self.sides.file.get(target, target), used[file])
            for kind, target, file in zip(*columns, strict=True)
        ]
        return rows[pd.Series(kept, index=rows.index, dtype="bool")]

    def is_used(self, imported: str, used: set[str]) -> bool:
        """Whether what is used lies in the imported module, in its package, or is passed on by it."""
        return bool(self.used_by_way_of(imported, used))

    def used_by_way_of(self, imported: str, files: Iterable[str]) -> list[str]:
        """The files that are the imported module, lie in its package, or are passed on by it."""
        package = imported.removesuffix("__init__.py") if imported.endswith("/__init__.py") else None
        passed_on = self.sides.imported.get(imported, ())
        return [
            file
            for file in files
            if file == imported or file in passed_on or (package is not None and file.startswith(package))
        ]

    @cached_property
    def families(self) -> Families:
        """Who inherits from whom."""
        return Families(self.sides)

    @cached_property
    def bases(self) -> frozenset[tuple[str, int, str]]:
        """Where a class is named as a base: file, line, class."""
        return frozenset(link_rows(self.sides.graph, ["inherit"], "file", "line", "target"))

    @cached_property
    def decorations(self) -> frozenset[tuple[str, int, str]]:
        """Where something decorates: file, line, and the code around what does (``limit`` of ``@limit(10)``)."""
        rows = link_rows(self.sides.graph, ["decorate"], "file", "line", "target")
        return frozenset((file, line, around) for file, line, target in rows for around in self._around(target))

    @cached_property
    def decorators(self) -> dict[str, set[str]]:
        """What decorates in each file."""
        found: dict[str, set[str]] = defaultdict(set)
        for file, target in link_rows(self.sides.graph, ["decorate"], "file", "target"):
            found[file].add(target)
        return found

    def _around(self, element: str) -> Iterator[str]:
        """The functions and classes that an element is defined in, the innermost first."""
        around = self.sides.parent.get(element, "")
        while around and self.sides.kind.get(around) != "module":
            yield around
            around = self.sides.parent.get(around, "")

    @cached_property
    def accesses(self) -> frozenset[tuple[str, str]]:
        """Which element reads or writes which table."""
        return frozenset([*self.sides.ends("read"), *self.sides.ends("write")])

    @cached_property
    def calls(self) -> frozenset[tuple[str, str]]:
        """Who calls whom across the cut."""
        rows = self.sides.crossing[self.sides.crossing["kind"] == "call"]
        return frozenset(zip(rows["source"].tolist(), rows["target"].tolist(), strict=True))

    @cached_property
    def relations(self) -> dict[tuple[str, str], list[int]]:
        """Lines of relation fields by file and by the table they point at: they name its class."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for one in self.sides.graph.relations:
            found[one.file, one.target].append(one.line)
        return found

    @cached_property
    def handed(self) -> frozenset[str]:
        """Functions and classes of modules that some code passes on: where that is, their use is told."""
        targets = {target for _, target in link_rows(self.sides.graph, ["reference"])}
        return frozenset(one for one in targets if self.sides.kind.get(self.sides.parent.get(one, "")) == "module")

    @cached_property
    def sent(self) -> frozenset[tuple[str, str]]:
        """Which element puts which function on a queue."""
        return frozenset(self.sides.ends("task"))

    @cached_property
    def handlers(self) -> frozenset[str]:
        """Functions that hear some event."""
        return frozenset(one.element for one in self.sides.graph.events if one.role == "subscribe")

    @cached_property
    def subscriptions(self) -> frozenset[tuple[str, int]]:
        """Where a handler says what it listens to."""
        return frozenset((one.file, one.line) for one in self.sides.graph.events if one.role == "subscribe")
