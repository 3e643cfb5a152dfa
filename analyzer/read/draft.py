"""The draft of one file's facts: expressions and scopes as they are being written, names bound on the way."""

import ast
from collections import deque
from collections.abc import Callable

from analyzer.model.expression import (
    Choice,
    Constant,
    Defined,
    Expression,
    Imported,
    Index,
    Unknown,
    Variable,
)
from analyzer.model.facts import (
    AttributeStore,
    ImportFact,
    ItemStore,
    ParameterFact,
    ScopeKind,
    VariableStore,
)
from analyzer.model.page import Page
from analyzer.model.problem import Problem
from analyzer.model.source import Source

LONGEST_CONSTANT = 120  # a dotted name, a key or an event is shorter; longer strings are prose or SQL


class Frame:
    """One scope while its body is walked; ``environment`` maps each name to the value it has at this point."""

    __slots__ = (
        "annotations",
        "bases",
        "blank",
        "declared",
        "decorator_texts",
        "decorators",
        "docstring",
        "environment",
        "exits",
        "first",
        "index",
        "is_async",
        "keywords",
        "kind",
        "lambdas",
        "last",
        "lines",
        "name",
        "node",
        "parameters",
        "parent",
        "qualified",
        "raises",
        "read_inside",
        "result",
        "result_text",
        "returns",
        "trail",
        "uses",
        "yields",
    )

    def __init__(self, kind: ScopeKind, index: int, parent: "Frame | None", node: ast.AST, name: str) -> None:
        self.kind = kind
        self.index = index
        self.parent = parent
        self.node = node
        self.name = name
        self.qualified: str = f"{parent.qualified}.{name}" if parent and parent.qualified else name
        self.environment: dict[str, Index] = {}
        self.trail: list[tuple[str, Index]] = []
        self.lines: dict[str, int] = {}
        self.declared: dict[str, int] = {}  # global and nonlocal names: the scope they belong to
        self.exits: list[dict[str, Index]] = []  # environments at break and continue of the innermost loop
        self.read_inside: set[str] = set()
        self.parameters: tuple[ParameterFact, ...] = ()
        self.decorators: tuple[Index, ...] = ()
        self.decorator_texts: tuple[str, ...] = ()
        self.bases: tuple[Index, ...] = ()
        self.keywords: tuple[tuple[str, Index], ...] = ()
        self.returns: list[Index] = []
        self.blank = False
        self.yields: list[Index] = []
        self.raises: list[tuple[Index, int]] = []
        self.annotations: list[tuple[str, Index, str]] = []
        self.uses: list[tuple[Index, int]] = []
        self.result: Index = 0
        self.result_text = ""
        self.docstring = ""
        self.is_async = False
        self.first = self.last = self.lambdas = 0


class Draft:
    """One file in the making. ``environment`` is always the current frame's."""

    frame: "Frame"
    environment: dict[str, Index]

    __slots__ = (
        "attribute_stores",
        "block",
        "constants",
        "environment",
        "exports",
        "flags",
        "frame",
        "frames",
        "fresh",
        "handlers",
        "imports",
        "indexes",
        "item_stores",
        "lines",
        "notable",
        "page",
        "problems",
        "source",
        "table",
        "typing_only",
        "variable_stores",
        "variables",
        "waiting",
        "withs",
    )

    def __init__(self, source: Source, lines: list[bytes], page: Page) -> None:
        self.source = source
        self.lines = lines
        self.page = page
        self.indexes = page.indexes
        self.table: list[Expression] = [Unknown()]
        self.frames: list[Frame] = []
        self.waiting: deque[Frame] = deque()
        self.constants: dict[tuple[str, str | int | None], Index] = {}
        self.variables: dict[tuple[int, str], Index] = {}
        self.notable: set[Index] = set()
        self.imports: list[ImportFact] = []
        self.attribute_stores: list[AttributeStore] = []
        self.item_stores: list[ItemStore] = []
        self.variable_stores: list[VariableStore] = []
        self.exports: list[str] | None = None
        self.problems: list[Problem] = []
        self.flags = 0
        self.block = 0  # changes wherever paths part or meet
        self.fresh: dict[Index, int] = {}  # displays nobody else has seen: the block they were evaluated in
        self.typing_only = False
        self.withs: tuple[ast.With | ast.AsyncWith, ...] = ()
        self.handlers: dict[type, Callable[[Draft, ast.expr], Index]] = {}

    def build(self, node: ast.expr) -> Index:
        """The index of an expression, written on first sight."""
        index = self.indexes[node] = self.handlers[node.__class__](self, node)
        return index

    def add(self, expression: Expression) -> Index:
        """Write one expression down."""
        table = self.table
        table.append(expression)
        return len(table) - 1

    def constant(self, kind: str, value: str | int | None = None) -> Index:
        """A literal; equal ones share an index, long strings keep only their type."""
        if value.__class__ is str and len(value) > LONGEST_CONSTANT:
            value = None
        key = (kind, value)
        index = self.constants.get(key)
        if index is None:
            index = self.constants[key] = self.add(Constant(kind, value))
        return index

    def choice(self, options: list[Index]) -> Index:
        """Any of several values; one alone stays itself, unknown ones drop out."""
        different = [option for option in dict.fromkeys(options) if option]
        if len(different) > 1:
            return self.add(Choice(tuple(different)))
        return different[0] if different else 0

    def variable(self, scope: int, name: str) -> Index:
        """The value a variable of another scope has in the end."""
        key = (scope, name)
        index = self.variables.get(key)
        if index is None:
            index = self.variables[key] = self.add(Variable(scope, name))
            self.notable.add(index)
            self.frames[scope].read_inside.add(name)
        return index

    def define(self, frame: Frame) -> Index:
        """The value of a function, class or lambda."""
        index = self.add(Defined(frame.index))
        self.notable.add(index)
        return index

    def imported(self, module: str, name: str = "") -> Index:
        """The value an import binds."""
        index = self.add(Imported(module, name))
        self.notable.add(index)
        return index

    def lookup(self, name: str) -> Index:
        """What a name stands for at this point of the walk."""
        index = self.environment.get(name)
        return index if index is not None else self.outer(name)

    def outer(self, name: str) -> Index:
        """A name that is not bound here: declared global, a variable of a function around, else the module's."""
        frame = self.frame
        if name in frame.declared:
            return self.variable(frame.declared[name], name)
        around = frame.parent
        while around is not None and around.parent is not None:
            if around.kind != "class" and (name in around.environment or name in around.lines):
                return self.variable(around.index, name)
            around = around.parent
        return self.variable(0, name)

    def bind(self, name: str, value: Index, line: int) -> None:
        """A name gets a value."""
        frame = self.frame
        if name in frame.declared:
            scope = frame.declared[name]
            self.variable_stores.append(VariableStore(scope, name, value, line, frame.index))
            self.variable(scope, name)
            self.environment[name] = self.choice([value, self.variable(scope, name)])
            return
        self.environment[name] = value
        frame.trail.append((name, value))
        if name not in frame.lines:
            frame.lines[name] = line

    def text(self, node: ast.AST) -> str:
        """The source text of a node, blanks joined."""
        first, last = node.lineno - 1, node.end_lineno - 1  # type: ignore[attr-defined]
        start, end = node.col_offset, node.end_col_offset  # type: ignore[attr-defined]
        if first == last:
            piece: bytes = self.lines[first][start:end]
            return piece.decode()
        parts = [self.lines[first][start:], *self.lines[first + 1 : last], self.lines[last][:end]]
        return " ".join(b" ".join(parts).decode().split())

    def open(self, kind: ScopeKind, node: ast.AST, name: str) -> Frame:
        """A new scope inside the current one; its body waits until the current one is done."""
        frame = Frame(kind, len(self.frames), self.frame if self.frames else None, node, name)
        self.frames.append(frame)
        self.waiting.append(frame)
        self.page.bodies[node] = frame.index
        return frame
