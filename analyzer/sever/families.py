"""Classes and what they inherit from: what a family does among itself is told by its inheritance."""

from dataclasses import dataclass
from functools import cached_property

from analyzer.sever.sides import Sides


@dataclass(frozen=True, eq=False)
class Families:
    """Looks up which code belongs to classes that inherit from each other."""

    sides: Sides

    def are_kin(self, first: str, second: str) -> bool:
        """Whether the class around one element inherits from the class around the other.

        A subclass calls methods of its base, a base calls what a subclass overrides and makes objects of it by
        ``cls()``, a mixin saves the rows of those that use it.
        """
        one, other = self._class_around(first), self._class_around(second)
        return bool(one and other) and (other in self._above(one) or one in self._above(other))

    def _class_around(self, element: str) -> str:
        while element and self.sides.kind.get(element) != "class":
            element = self.sides.parent.get(element, "")
        return element

    def _above(self, start: str) -> set[str]:
        """All classes that a class inherits from."""
        if start not in self._known:
            seen: set[str] = set()
            waiting = [start]
            while waiting:
                bases = [base for base in self.sides.inherited.get(waiting.pop(), ()) if base not in seen]
                seen.update(bases)
                waiting += bases
            self._known[start] = seen
        return self._known[start]

    @cached_property
    def _known(self) -> dict[str, set[str]]:
        return {}
