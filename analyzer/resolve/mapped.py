"""Classes found by text: "app.Model", "Model", "self", a dotted name, or a setting that holds one of these."""

from analyzer.resolve.knowledge import Knowledge
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class


class ClassIndex:
    """All classes by name."""

    def __init__(self, units: list[Unit], knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.by_name: dict[str, list[Class]] = {}
        self.lowered: dict[str, list[Class]] = {}
        self.apps: dict[Unit, str] = {}
        for unit in units:
            for scope in unit.scopes:
                if isinstance(scope, Class):
                    self.by_name.setdefault(scope.scope.name, []).append(scope)

    def app(self, unit: Unit) -> str:
        """The table prefix of a file, looked up once."""
        found = self.apps.get(unit)
        if found is None:
            found = self.apps[unit] = self.knowledge.app(unit)
        return found

    def find(self, text: str, near: Unit, own: Class | None = None) -> Class | None:
        """The class that ``text`` means to somebody in file ``near`` (inside class ``own``)."""
        if text == "self":
            return own
        qualifier, _, name = text.rpartition(".")
        candidates = self._candidates(name)
        if qualifier:
            label = qualifier.lower()
            exact = [kind for kind in candidates if self.app(kind.unit).lower() == label]
            if not exact:
                exact = [kind for kind in candidates if _within(kind.unit.name, qualifier)]
            return exact[0] if exact else None
        here = [kind for kind in candidates if kind.unit is near]
        beside = [kind for kind in candidates if self.app(kind.unit) == self.app(near)]
        return next(iter(here or beside or (candidates if len(candidates) == 1 else [])), None)

    def _candidates(self, name: str) -> list[Class]:
        """Classes called ``name``; classes that map a table come first; case matters only when it has to."""
        found = self.by_name.get(name)
        if found is None:
            found = self._in_small_letters().get(name.lower(), [])
        if len(found) > 1:
            return sorted(found, key=lambda kind: self.knowledge.mapping_base(kind) is None)
        return found

    def _in_small_letters(self) -> dict[str, list[Class]]:
        if not self.lowered:
            for known in sorted(self.by_name):
                self.lowered.setdefault(known.lower(), []).extend(self.by_name[known])
        return self.lowered


def _within(module: str, qualifier: str) -> bool:
    return module == qualifier or module.startswith(qualifier + ".") or f".{qualifier}." in f".{module}."
