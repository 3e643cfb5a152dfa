"""What the dialects know about code outside the codebase, merged from all files and ready to be asked."""

from collections.abc import Iterable

from analyzer.model.framework import SettingFact
from analyzer.model.knowledge import CollectionType, KnownBase, KnownCall
from analyzer.model.storage import TablePrefix
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Builtin, Class, Outside


class Knowledge:
    """Outside bases, collections and calls by dotted name; settings by name; table prefixes by package."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.bases: dict[str, KnownBase] = {}
        self.collections: dict[str, CollectionType] = {}
        self.labels: dict[str, CollectionType] = {}
        self.calls: dict[str, KnownCall] = {}
        self._asked: dict[str, KnownCall | None] = {}  # the same few names are called everywhere
        self.settings: dict[str, str] = {}
        self.prefixes: dict[str, str] = {}
        self.shown: set[str] = set()  # names of attributes that depend on what a class shows
        for unit in units:
            for fact in unit.facts.facts:
                self._learn(fact)

    def _learn(self, fact: object) -> None:
        if isinstance(fact, KnownBase):
            self.bases.setdefault(fact.base, fact)
            self.shown.update(member.name for member in fact.members if fact.shows)
        elif isinstance(fact, CollectionType):
            for base in fact.bases:
                self.collections.setdefault(base, fact)
            self.labels.setdefault(fact.label, fact)
        elif isinstance(fact, KnownCall):
            self.calls.setdefault(fact.name, fact)
        elif isinstance(fact, SettingFact) and fact.literal:
            self.settings.setdefault(fact.name, fact.literal)
        elif isinstance(fact, TablePrefix):
            self.prefixes.setdefault(fact.package, fact.prefix)

    def call(self, name: str) -> KnownCall | None:
        """What is known about calling ``name``, by its whole name or as a method of anything outside."""
        if not self.calls:
            return None
        if name not in self._asked:
            found = self.calls.get(name)
            self._asked[name] = found if found is not None else self.calls.get("." + name.rpartition(".")[2])
        return self._asked[name]

    def collection_of(self, kind: Class) -> CollectionType | None:
        """The collection type a class of the codebase extends."""
        if not self.collections:
            return None
        for base in kind.outside:
            found = self.collections.get(base.name) or self.collections.get(base.name.rpartition(".")[0])
            if found is not None:  # the second: a class that a method of a known one makes (Manager.from_queryset)
                return found
        return None

    def mapping_base(self, kind: Class) -> KnownBase | None:
        """The outside base that makes a class map a table."""
        for base in kind.outside:
            known = self.known_base(base)
            if known is not None and known.maps_table:
                return known
        return None

    def known_base(self, base: Outside | Builtin) -> KnownBase | None:
        """What is known about an outside base."""
        return self.bases.get(base.name) if isinstance(base, Outside) else None

    def declared_app(self, unit: Unit) -> str:
        """The prefix of the tables of a file that is declared for the nearest package around it, "" when none is."""
        steps = unit.name.split(".")
        named = (self.prefixes.get(".".join(steps[:length])) for length in range(len(steps), 0, -1))
        return next((prefix for prefix in named if prefix is not None), "")

    def app(self, unit: Unit) -> str:
        """The prefix of the tables of a file: declared for its package, else the package's own name."""
        declared = self.declared_app(unit)
        if declared:
            return declared
        steps = unit.name.split(".")
        packages = steps if unit.facts.source.is_package else steps[:-1]
        named = [step for step in packages if step != "models"]
        return named[-1] if named else ""
