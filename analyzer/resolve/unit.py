"""A unit: one file inside the whole program, its expressions numbered from ``base``."""

from bisect import bisect_right

from analyzer.model.expression import Parameter
from analyzer.model.facts import FileFacts
from analyzer.resolve.values import Class, Function, Module, Node


class Unit:
    """One file; node ``base + index`` is its expression ``index``."""

    __slots__ = (
        "base",
        "bindings",
        "facts",
        "key",
        "keys",
        "module",
        "name",
        "scopes",
        "stars",
        "starts",
        "table",
        "writes",
    )

    def __init__(self, facts: FileFacts, base: int) -> None:
        self.facts = facts
        self.base = base
        self.table = facts.expressions
        self.key = facts.source.path
        self.name = facts.source.module
        self.module = Module(self)
        self.scopes: list[Function | Class | Module] = []
        self.bindings: list[dict[str, Node]] = []
        self.stars: list[str] = [fact.module for fact in facts.imports if fact.name == "*" and fact.scope == 0]
        self.writes: dict[tuple[int, str], list[Node]] = {}
        for store in facts.variable_stores:
            self.writes.setdefault((store.scope, store.name), []).append(base + store.value)
        for index, scope in enumerate(facts.scopes):
            self.bindings.append({name: base + value for name, value, _ in scope.bindings})
            if scope.kind == "module":
                self.scopes.append(self.module)
            elif scope.kind == "class":
                self.scopes.append(Class(self, index))
            else:
                around = self.scopes[scope.parent]
                self.scopes.append(Function(self, index, around if isinstance(around, Class) else None))
        _note_stored(self)
        self.keys = [_key(facts, index) for index in range(len(facts.scopes))]
        self.starts = [(scope.first, index) for index, scope in enumerate(facts.scopes)]
        self.starts.sort()

    def owner(self, node: Node) -> int:
        """The scope whose body contains an expression."""
        return self.starts[bisect_right(self.starts, (node - self.base, 1 << 60)) - 1][1]


def _note_stored(unit: Unit) -> None:
    """Tell each class which attributes its methods assign: ``self.name = value`` does not come from a base."""
    table, scopes = unit.table, unit.scopes
    for stored in unit.facts.attribute_stores:
        target = table[stored.target]
        if target.__class__ is Parameter and target.position == 0:
            owner = getattr(scopes[target.scope], "owner", None)
            if owner is not None:
                passed = table[stored.value].__class__ is Parameter
                owner.stored[stored.name] = passed or owner.stored.get(stored.name, False)


def _key(facts: FileFacts, index: int) -> str:
    """The element key of a scope; a lambda and what is inside it belong to the element around."""
    scope = facts.scopes[index]
    while scope.kind == "lambda" or "<lambda" in scope.qualified:
        scope = facts.scopes[scope.parent]
    return f"{facts.source.path}::{scope.qualified}" if scope.qualified else facts.source.path
