"""Who in the services is behind a place in shared code: the callers of it, through other shared code."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analyzer.sever.sides import Sides


class Use(NamedTuple):
    """A place in the code of a service; ``through`` names the shared function it goes through, "" when directly."""

    element: str
    file: str
    line: int
    through: str


@dataclass(frozen=True, eq=False)
class Users:
    """Finds the callers of shared code."""

    sides: Sides

    def of(self, places: Iterable[tuple[str, str, int]]) -> list[Use]:
        """The places themselves where a service owns them, else the places in services that lead there, sorted."""
        found: set[Use] = set()
        for element, file, line in places:
            if not self.sides.is_code(element):
                continue
            if self.sides.service(element):
                found.add(Use(element, file, line, ""))
            else:
                found.update(self._behind(element))
        return sorted(found)

    def _behind(self, shared: str) -> list[Use]:
        through = f" through {self.sides.name(shared)}"
        found: list[Use] = []
        seen: set[str] = set()
        waiting = [shared]
        while waiting:
            function = waiting.pop()
            if function in seen:
                continue
            seen.add(function)
            for caller, file, line in self._callers.get(function, ()):
                if self.sides.service(caller):
                    found.append(Use(caller, file, line, through))
                else:
                    waiting.append(caller)
        return found

    @cached_property
    def _callers(self) -> dict[str, list[tuple[str, str, int]]]:
        links = self.sides.graph.links
        rows = links[(links["kind"] == "call") & ~links["target"].isin(list(self.sides.service_of))]
        callers: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        columns = (rows[name].tolist() for name in ("source", "target", "file", "line"))
        for source, target, file, line in zip(*columns, strict=True):
            if self.sides.is_code(source):
                callers[target].append((source, file, line))
        return callers
