"""Who in the services is behind a place in shared code: the callers of it, through other shared code."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analyzer.model.flows import link_rows
from analyzer.model.remembered import remembered
from analyzer.sever.sides import Sides


class Use(NamedTuple):
    """A place in the code of a service; ``through`` names the shared function it goes through, "" when directly."""

    element: str
    file: str
    line: int
    through: str


def users_of(sides: Sides) -> "Users":
    """The same for everybody who asks, so that the callers are listed once."""
    return remembered(sides, "users", lambda: Users(sides))


@dataclass(frozen=True, eq=False)
class Users:
    """Finds the callers of shared code."""

    sides: Sides

    def of(self, places: Iterable[tuple[str, str, int]], *, nearest: bool = False) -> list[Use]:
        """The places themselves where a service owns them, else the places in services that lead there, sorted.

        ``nearest``: only those that use the shared function themselves, not those behind other shared code.
        """
        found: set[Use] = set()
        for element, file, line in places:
            if not self.sides.is_code(element):
                continue
            if self.sides.service(element):
                found.add(Use(element, file, line, ""))
            else:
                found.update(self._behind(element, nearest=nearest))
        return sorted(found)

    def _behind(self, shared: str, *, nearest: bool) -> list[Use]:
        through = f" through {self.sides.name(shared)}"
        found: list[Use] = []
        seen: set[str] = set()
        waiting = [shared]
        while waiting:
            function = waiting.pop()
            if function in seen:
                continue
            seen.add(function)
            for caller, file, line in self._leading_to(function):
                if caller in self.sides.service_of:
                    found.append(Use(caller, file, line, through))
                elif not nearest:
                    waiting.append(caller)
        return found

    def _leading_to(self, function: str) -> list[tuple[str, str, int]]:
        """Who calls it or puts it on; of a function inside another, who does that with the outer one.

        A method that nobody calls is called by a framework, for each class that inherits it.
        """
        found = list(self._callers.get(function, ()))
        parent = self.sides.parent.get(function, "")
        kind = self.sides.kind.get(parent, "")
        if kind == "function":
            found += self._callers.get(parent, ())
        elif kind == "class" and not found:
            found += self._heirs.get(parent, ())
        return found

    @cached_property
    def _callers(self) -> dict[str, list[tuple[str, str, int]]]:
        return self._sources("call", "decorate")

    @cached_property
    def _heirs(self) -> dict[str, list[tuple[str, str, int]]]:
        return self._sources("inherit")

    def _sources(self, *kinds: str) -> dict[str, list[tuple[str, str, int]]]:
        """Code that is at the start of links to shared code, by their end."""
        sources: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        for source, target, file, line in link_rows(self.sides.graph, kinds, "source", "target", "file", "line"):
            if target not in self.sides.service_of and self.sides.is_code(source):
                sources[target].append((source, file, line))
        return sources
