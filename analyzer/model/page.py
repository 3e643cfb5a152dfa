"""A page: one parsed file as a dialect sees it, with its nodes sorted by kind and every name expandable."""

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from analyzer.model.expression import Index
from analyzer.model.facts import Scope
from analyzer.model.framework import FrameworkFact
from analyzer.model.problem import Problem
from analyzer.model.source import Source

Node_co = TypeVar("Node_co", bound=ast.AST, covariant=True)
AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef
Assignment = ast.Assign | ast.AnnAssign | ast.AugAssign
With = ast.With | ast.AsyncWith


class Spot(NamedTuple, Generic[Node_co]):
    """A node and where it stands: ``scope`` is the index of the scope whose body contains it."""

    node: Node_co
    scope: int
    in_loop: bool
    in_except: bool
    withs: tuple[With, ...]  # enclosing with-blocks of the same scope, outermost first


@dataclass(frozen=True, slots=True)
class Page:
    """One file. Lists are in source order, scope after scope.

    ``lists`` of nodes: ``classes``, ``functions`` (lambdas apart), ``calls``, ``assignments``, ``withs``,
    ``strings`` (string constants that are not docstrings), ``tries``, ``imports``.
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
    tries: list[Spot[ast.Try]] = field(default_factory=list)
    imports: list[Spot[ast.Import | ast.ImportFrom]] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)  # name -> absolute dotted name, imports and definitions
    bodies: dict[ast.AST, int] = field(default_factory=dict)  # class, function or lambda -> the scope of its body
    indexes: dict[ast.AST, Index] = field(default_factory=dict)  # expression node -> its index

    @property
    def module(self) -> str:
        """The absolute dotted name of the file's module."""
        return self.source.module

    def expression(self, node: ast.AST | None) -> Index:
        """The index of an expression node (also of a class or function statement), 0 when it has none."""
        return self.indexes.get(node, 0) if node is not None else 0

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

    def source_text(self, node: ast.AST) -> str:
        """The source text of a node."""
        return ast.get_source_segment(self.text, node) or ""


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
