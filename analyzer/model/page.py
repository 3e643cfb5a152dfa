"""A page: one parsed file as a dialect sees it, with its nodes sorted by kind and every name expandable."""

import ast
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

from analyzer.model.expression import Index
from analyzer.model.facts import Scope
from analyzer.model.framework import FrameworkFact
from analyzer.model.problem import Problem
from analyzer.model.source import Source

Node_co = TypeVar("Node_co", bound=ast.AST, covariant=True)
Target = TypeVar("Target", bound=ast.expr)
AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef
Assignment = ast.Assign | ast.AnnAssign | ast.AugAssign
With = ast.With | ast.AsyncWith
LONG_STRING = len("SELECT 1 FROM a")  # shorter ones are names and keys; what they say is in the calls they are given to


class Spot(Struct, Generic[Node_co], frozen=True, gc=False):
    """A node and where it stands: ``scope`` is the index of the scope whose body contains it."""

    node: Node_co
    scope: int
    in_loop: bool
    in_except: bool
    withs: tuple[With, ...]  # enclosing with-blocks of the same scope, outermost first


class Decoration(NamedTuple):
    """A decorator and the function it is put on."""

    function: Spot[AnyFunction]
    node: ast.expr

    @property
    def call(self) -> ast.Call | None:
        """The decorator as a call, None when it is written without arguments."""
        return self.node if isinstance(self.node, ast.Call) else None

    @property
    def source(self) -> ast.expr:
        """What is called or named: ``app.task`` of ``@app.task(...)`` and of ``@app.task``."""
        return self.node.func if isinstance(self.node, ast.Call) else self.node


@dataclass(frozen=True, slots=True)
class Page:
    """One file. Lists are in source order, scope after scope.

    ``lists`` of nodes: ``classes``, ``functions`` (lambdas apart), ``calls``, ``assignments``, ``withs``,
    ``strings`` (string constants of ``LONG_STRING`` characters or more that are not docstrings), ``attributes`` and
    ``subscripts`` (those that are read, inner ones first).
    """

    source: Source
    text: str
    scopes: list[Scope] = field(default_factory=list)
    classes: list[Spot[ast.ClassDef]] = field(default_factory=list)
    functions: list[Spot[AnyFunction]] = field(default_factory=list)
    calls: list[Spot[ast.Call]] = field(default_factory=list)
    assignments: list[Spot[Assignment]] = field(default_factory=list)
    withs: list[Spot[With]] = field(default_factory=list)
    strings: list[Spot[ast.Constant]] = field(default_factory=list)
    attributes: list[ast.Attribute] = field(default_factory=list)
    subscripts: list[ast.Subscript] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)  # name -> absolute dotted name, imports and definitions
    bodies: dict[ast.AST, int] = field(default_factory=dict)  # class, function or lambda -> the scope of its body
    indexes: dict[ast.AST, Index] = field(default_factory=dict)  # expression node -> its index

    lines: list[bytes] = field(default_factory=list)  # of the text, split when somebody asks
    starts: list[tuple[int, int]] = field(default_factory=list)  # first expression of each scope, when asked for
    called: dict[str, list[tuple[int, Spot[ast.Call]]]] = field(default_factory=dict)
    decorated: dict[str, list[tuple[int, Decoration]]] = field(default_factory=dict)
    assigned: dict[type, list[tuple[Spot[Assignment], ast.expr]]] = field(default_factory=dict)
    origins: set[str] = field(default_factory=set)  # absolute dotted names of what aliases stand for
    roots: set[str] = field(default_factory=set)  # the first steps of these
    bases: set[str] = field(default_factory=set)  # absolute dotted names of the bases of all classes

    def index(self) -> None:
        """Sort by name and kind what the walk has gathered; dialects ask for the names and kinds they know."""
        self.origins.update(self.aliases.values())
        self.roots.update([origin.partition(".")[0] for origin in self.origins])
        self.bases.update([self.dotted(base) for spot in self.classes for base in spot.node.bases])
        for number, spot in enumerate(self.calls):
            self.called.setdefault(_last_name(spot.node.func), []).append((number, spot))
        for assignment in self.assignments:
            node = assignment.node
            for target in node.targets if node.__class__ is ast.Assign else (node.target,):  # type: ignore[union-attr]
                self.assigned.setdefault(target.__class__, []).append((assignment, target))
        number = 0
        for function in self.functions:
            for decorator in function.node.decorator_list:
                decoration = Decoration(function, decorator)
                self.decorated.setdefault(_last_name(decoration.source), []).append((number, decoration))
                number += 1

    def calls_of(self, names: Iterable[str]) -> list[Spot[ast.Call]]:
        """The calls of anything with one of these last names (``send`` of ``a.b.send(...)``), in source order."""
        lists = [self.called[name] for name in names if name in self.called]
        if not lists:
            return []
        if len(lists) == 1:
            return [spot for _, spot in lists[0]]
        return [spot for _, spot in sorted(chain.from_iterable(lists), key=itemgetter(0))]

    def decorations_of(self, names: Iterable[str]) -> list[Decoration]:
        """The decorators with one of these last names, in source order."""
        if not self.decorated:
            return []
        lists = [self.decorated[name] for name in names if name in self.decorated]
        return [decoration for _, decoration in sorted(chain.from_iterable(lists), key=itemgetter(0))]

    def assignments_to(self, kind: type[Target]) -> list[tuple[Spot[Assignment], Target]]:
        """The assignments to a name, attribute or item, as ``kind`` says, each with that target, in source order."""
        return self.assigned.get(kind, [])  # type: ignore[return-value]

    def imports_from(self, *packages: str) -> bool:
        """Whether the file imports one of these top-level packages."""
        return not self.roots.isdisjoint(packages)

    @property
    def module(self) -> str:
        """The absolute dotted name of the file's module."""
        return self.source.module

    def expression(self, node: ast.AST | None) -> Index:
        """The index of an expression node (also of a class or function statement), 0 when it has none."""
        return self.indexes.get(node, 0) if node is not None else 0

    def scope_of(self, node: ast.expr) -> int:
        """The index of the scope whose body contains an expression that has an index."""
        if not self.starts:
            self.starts.extend(sorted((scope.first, number) for number, scope in enumerate(self.scopes)))
        return self.starts[bisect_right(self.starts, (self.expression(node), len(self.scopes))) - 1][1]

    def body(self, node: ast.AST) -> int:
        """The index of the scope that a class, function or lambda opens."""
        return self.bodies[node]

    def qualified(self, scope: int) -> str:
        """The qualified name of a scope inside the module: "Class.method", "" for the module itself."""
        return self.scopes[scope].qualified

    def dotted(self, node: ast.AST | None) -> str:
        """The absolute dotted name of a name or attribute chain, import aliases expanded; "" for anything else.

        A name defined in this file starts with the file's own module; a builtin or unknown name stays as it is.
        """
        steps: list[str] = []
        while isinstance(node, ast.Attribute):
            steps.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return ""
        steps.append(self.aliases.get(node.id, node.id))
        return ".".join(reversed(steps))

    def shown(self, node: ast.expr | None, longest: int = 200) -> str:
        """The source text of an expression for people: on one line, cut; "" for None."""
        return "" if node is None else " ".join(self.source_text(node)[: 2 * longest].split())[:longest]

    def source_text(self, node: ast.expr | ast.stmt) -> str:
        """The source text of a node; unlike ``ast.unparse`` it knows no depth that is too deep."""
        if not self.lines:
            self.lines.extend(self.text.encode().split(b"\n"))
        first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        found = self.lines[first : last + 1]
        found[-1] = found[-1][: node.end_col_offset]
        found[0] = found[0][node.col_offset :]
        return b"\n".join(found).decode()


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


class Example(NamedTuple):
    """A snippet and what the dialect must say about it; tests and documentation are made from these.

    ``facts`` are lines as ``describe`` writes them and leave out nothing; ``module`` is the name the snippet is
    read under.
    """

    title: str
    code: str
    facts: tuple[str, ...]
    module: str = "shop.models"


class Dialect(NamedTuple):
    """How to read one framework. ``read`` is called only for files whose text contains one of ``triggers``.

    No triggers: always called. Facts name code by ``page.expression`` and scopes by index, never by framework.
    What cannot be understood (SQL that does not parse) is yielded as a problem.
    """

    name: str
    triggers: tuple[str, ...]
    read: Callable[[Page], Iterable[FrameworkFact | Problem]]
    examples: tuple[Example, ...] = ()
