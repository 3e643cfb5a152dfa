"""What happens when a function runs: its writes, calls, events and tasks in order, and the handlers they set off."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from analyzer.model.flows import link_rows
from analyzer.sever.sides import Sides

ACTIONS = ("write", "publish", "task", "call")
SILENT = frozenset(("update", "bulk", "bulk_create", "bulk_update", "raw"))
"""Ways to write that go to the database directly: object mappers announce no event for them."""
TIE = "tie "
"""Ways to write who belongs together, which save no row."""


class Happening(NamedTuple):
    """One thing a function does; ``how`` is the detail of the link."""

    action: str
    target: str
    how: str


@dataclass(frozen=True, eq=False)
class Happenings:
    """Looks up what functions do and which handlers hear it."""

    sides: Sides

    def inside(self, function: str) -> list[Happening]:
        """What a function writes, publishes, sends and calls, in source order, each once."""
        rows = sorted(self._doings.get(function, ()), key=itemgetter(0, 1))
        sure = (row for row in rows if (function, *row[:2]) not in self.sides.uncertain)
        return list(dict.fromkeys(Happening(action, target, how) for _, target, action, how in sure))

    def how(self, element: str, line: int, target: str) -> str:
        """How the element writes the table on that line, "" when no link says so."""
        return self._ways.get((element, line, target), "")

    def handlers(self, one: Happening) -> list[str]:
        """Functions that run inside the process because of this.

        Handlers of a write are those that hear a sender class whose table it is, of an event nobody here publishes:
        then it is the mapper itself that publishes it. Those of a deletion are told by their event's name.
        """
        if one.action == "publish":
            return [handler for event, handler in self._subscribers if event in (one.target, one.how)]
        if one.action != "write" or one.how in SILENT or one.how.startswith(TIE):
            return []
        heard = self._hearing.get(one.target, [])
        return [handler for event, handler in heard if ("delete" in event) == (one.how == "delete")]

    def parents(self, table: str) -> list[str]:
        """Tables of the classes that the table's class inherits from: a row in it is also a row in them."""
        found: list[str] = []
        waiting = [self.sides.tables[table].element] if table in self.sides.tables else []
        while waiting:
            for base in self.sides.inherited.get(waiting.pop(), ()):
                above = self.sides.table_of_class.get(base, "")
                if above and above != table and above not in found:
                    found.append(above)
                waiting.append(base)
        return found

    @cached_property
    def _subscribers(self) -> list[tuple[str, str]]:
        events = [one for one in self.sides.graph.events if one.role == "subscribe" and self.sides.is_code(one.element)]
        return sorted({(one.event, one.element) for one in events})

    @cached_property
    def _hearing(self) -> dict[str, list[tuple[str, str]]]:
        published = {one.event for one in self.sides.graph.events if one.role == "publish"}
        found: dict[str, set[tuple[str, str]]] = {}
        for one in self.sides.graph.events:
            table = self.sides.table_of_class.get(one.sender, "")
            if table and one.role == "subscribe" and one.event not in published and self.sides.is_code(one.element):
                found.setdefault(table, set()).add((one.event, one.element))
        return {table: sorted(handlers) for table, handlers in found.items()}

    @cached_property
    def _doings(self) -> dict[str, list[tuple[int, str, str, str]]]:
        """Line, target, kind and detail of what each function does, in the order of the links."""
        found: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
        for source, *doing in link_rows(self.sides.graph, ACTIONS, "source", "line", "target", "kind", "detail"):
            found[source].append(tuple(doing))
        return found

    @cached_property
    def _ways(self) -> dict[tuple[str, int, str], str]:
        rows = link_rows(self.sides.graph, ["write"], "source", "line", "target", "detail")
        return {(source, line, target): detail for source, line, target, detail in rows}
