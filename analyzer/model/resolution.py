"""The resolution: what every reference of the codebase turned out to mean, with the place that proves it."""

from msgspec import Struct

from analyzer.model.doors import Entry, Request
from analyzer.model.graph import (
    Event,
    Handover,
    Join,
    Permission,
    Relation,
    Route,
    Setting,
    SettingRead,
    Signature,
    State,
    Table,
    Task,
    Transaction,
)


class ResolvedElement(Struct, frozen=True, gc=False):
    """Something that can be placed; columns as in ``graph.ELEMENT_COLUMNS``."""

    key: str
    kind: str
    module: str
    name: str
    parent: str
    file: str
    line: int
    end_line: int
    lines: int
    role: str
    words: str = ""


class ResolvedLink(Struct, frozen=True, order=True, gc=False):
    """One occurrence of a link; columns as in ``graph.LINK_COLUMNS``."""

    source: str
    target: str
    kind: str
    file: str
    line: int
    confidence: float = 1.0
    in_loop: bool = False
    detail: str = ""


class ResolvedCall(Struct, frozen=True, order=True, gc=False):
    """One call for the call graph: dotted names; ``callee`` may be outside ("json.loads", "<builtin>.len")."""

    caller: str
    callee: str


class Resolution(Struct, frozen=True, eq=False):
    """Everything ``resolve`` found. ``coverage`` is (module key, outcome, count); ``functions`` are all callers."""

    elements: list[ResolvedElement]
    links: list[ResolvedLink]
    coverage: list[tuple[str, str, int]]
    calls: list[ResolvedCall]
    functions: list[str]
    tables: tuple[Table, ...] = ()
    relations: tuple[Relation, ...] = ()
    joins: tuple[Join, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    routes: tuple[Route, ...] = ()
    tasks: tuple[Task, ...] = ()
    events: tuple[Event, ...] = ()
    states: tuple[State, ...] = ()
    signatures: tuple[Signature, ...] = ()
    permissions: tuple[Permission, ...] = ()
    settings: tuple[Setting, ...] = ()
    constants: tuple[Setting, ...] = ()
    setting_reads: tuple[SettingRead, ...] = ()
    handovers: tuple[Handover, ...] = ()
    entries: tuple[Entry, ...] = ()
    requests: tuple[Request, ...] = ()
