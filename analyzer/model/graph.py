"""The graph: elements and links as two pandas tables, with the records that other stages need beside them."""

from typing import Literal

import pandas as pd
from msgspec import Struct

from analyzer.model.doors import Entry, Request

ElementKind = Literal["module", "class", "function", "variable", "table"]

LinkKind = Literal[
    "import",  # detail: "", "lazy" (inside a function), "type_checking", "star", "dynamic"
    "call",  # detail: positional count and keyword names, as written by `connect`
    "reference",  # a name used without being called (passed, stored, compared)
    "inherit",
    "decorate",
    "data",  # an instance or queryset of the target class or table is handed over
    "read",  # target is a table; detail: the access path
    "write",  # target is a table; detail: create, update, delete, bulk, raw, ...
    "relation",  # table to table; detail: the field
    "publish",  # element to event variable or class; detail: the event's name
    "subscribe",
    "task",  # sender to task function; detail: how it is sent
    "state_read",  # target is a variable
    "state_write",
]

ELEMENT_COLUMNS = {
    "kind": "str",
    "module": "str",  # dotted name of the module it lives in ("" for a table without a class)
    "name": "str",  # module: its dotted name; others: the qualified name inside the module; table: its name
    "parent": "str",  # key of the container, "" for modules and tables
    "file": "str",
    "line": "int64",
    "end_line": "int64",
    "lines": "int64",
    "role": "str",
    "words": "str",  # vocabulary as "word:count word:count", modules only
}
LINK_COLUMNS = {
    "source": "str",
    "target": "str",
    "kind": "str",
    "file": "str",
    "line": "int64",
    "confidence": "float64",  # 1.0 = certain; 1/n when n candidates were kept
    "in_loop": "bool",
    "detail": "str",
}
COVERAGE_COLUMNS = {"module": "str", "outcome": "str", "count": "int64"}

Outcome = Literal["resolved", "third_party", "builtin", "dynamic", "unknown_receiver", "undefined"]


class Column(Struct, frozen=True):
    """One column of a table: ``type`` is a neutral word (string, text, integer, decimal, boolean, date, ...)."""

    name: str
    type: str
    nullable: bool = False
    primary_key: bool = False
    unique: bool = False
    max_length: int | None = None
    digits: int | None = None
    decimals: int | None = None
    choices: tuple[str, ...] = ()
    has_default: bool = False
    references: str = ""  # key of the table it points at
    file: str = ""
    line: int = 0


class Table(Struct, frozen=True):
    """A database table and the class that maps it (``element``, "" for tables known from SQL alone)."""

    key: str
    name: str
    element: str
    module: str
    file: str
    line: int
    columns: tuple[Column, ...] = ()
    evidence: str = "class"  # class, sql, migration, imperative


RelationKind = Literal["foreign_key", "one_to_one", "many_to_many", "generic"]


class Relation(Struct, frozen=True):
    """A column of one table that points at another; ``target`` is "" when the name could not be resolved."""

    source: str
    target: str
    kind: RelationKind
    field: str
    target_text: str
    on_delete: str
    related_name: str
    through: str
    file: str
    line: int


class Join(Struct, frozen=True):
    """One query that reads several tables at once; ``how`` is raw_sql, traversal, select_related, aggregate, ..."""

    element: str
    tables: tuple[str, ...]
    how: str
    text: str
    file: str
    line: int
    in_loop: bool = False


class TransactionStep(Struct, frozen=True):
    """One thing done inside a transaction: a write or read of a table, or a call (then ``target`` is a function)."""

    action: Literal["read", "write", "call", "publish", "task"]
    target: str
    line: int
    in_except: bool = False  # a compensation found in an except block


class Transaction(Struct, frozen=True):
    """Code in one database transaction, its steps in order; those behind ``end_line`` undo it (except blocks)."""

    element: str
    how: str
    file: str
    line: int
    end_line: int
    steps: tuple[TransactionStep, ...] = ()


class Route(Struct, frozen=True):
    """An entry point from outside; ``element`` is the key of the code that answers."""

    path: str
    methods: tuple[str, ...]
    element: str
    name: str
    label: str  # the framework, as a label only
    file: str
    line: int
    authentication: str = ""  # what the code checks, as text; "" when nothing was seen


class Task(Struct, frozen=True):
    """Background work: the function, the name it is sent by, its schedule when it has one."""

    element: str
    name: str
    queue: str
    schedule: str
    file: str
    line: int


class Event(Struct, frozen=True):
    """One end of an in-process event: a place that publishes it or a function that subscribes to it."""

    event: str  # stable name: the dotted name of the signal, or the literal it is published under
    role: Literal["publish", "subscribe"]
    element: str
    sender: str  # element key of the sender class when one is given, else ""
    payload: tuple[str, ...]
    file: str
    line: int
    payload_types: tuple[str, ...] = ()  # of a publisher, one beside each name: types as in Parameter.passed, by "|"
    uses: tuple[str, ...] = ()  # of a subscriber: what it reads of the rows it is given, as "order.total"


class State(Struct, frozen=True):
    """Process-wide state: how it is held (global, cache, session, thread_local, memo, singleton) and where."""

    element: str  # key of the variable or function that holds it
    how: str
    name: str
    file: str
    line: int
    writes: tuple[tuple[str, str, int], ...] = ()  # (element key, file, line)
    reads: tuple[tuple[str, str, int], ...] = ()


class Parameter(Struct, frozen=True, omit_defaults=True):
    """One parameter of a function; ``default`` is source text, "" when there is none."""

    name: str
    kind: Literal["positional_only", "positional", "keyword_only", "var_positional", "var_keyword"]
    annotation: str = ""
    annotation_key: str = ""  # key of the class the annotation names, when it is one of the codebase
    default: str = ""
    passed: tuple[str, ...] = ()
    """Types that callers of other files pass where none is declared, when all are known: names of builtin and outside
    types, element keys of classes, ``key[]`` for rows of one, ``table::name#column`` for a column's value."""


class Signature(Struct, frozen=True, omit_defaults=True):
    """What a function or class promises: parameters, result, exceptions it raises by name, flags."""

    element: str
    parameters: tuple[Parameter, ...]
    returns: str = ""
    returns_key: str = ""
    raises: tuple[str, ...] = ()  # element keys where resolved, else dotted names
    is_async: bool = False
    is_generator: bool = False
    decorators: tuple[str, ...] = ()
    docstring: str = ""
    fields: tuple[Parameter, ...] = ()  # classes: dataclass, pydantic, TypedDict, enum members
    flavour: str = ""  # classes: dataclass, pydantic, typed_dict, enum, exception, orm, plain
    returned: tuple[str, ...] = ()
    """Types of what the return statements give where no result is declared, when all are known: as in
    ``Parameter.passed``, "NoneType" for a body that ends without a value."""
    returned_fields: tuple[Parameter, ...] = ()  # the keys, where what is returned is a dict written out; types passed


class Permission(Struct, frozen=True):
    """A place that decides by who is asking: a decorator, a permission class, a look at the request's user.

    ``table`` is the key of the table that holds who is asking, "" when it is not one of the codebase.
    """

    element: str
    what: str
    file: str
    line: int
    table: str = ""


class Handover(Struct, frozen=True):
    """A model instance or queryset that crosses a call: ``element`` calls ``function`` and hands it over.

    ``parameter`` is the name it gets there, "" when it is the result that comes back. ``fields`` are the attributes
    that the receiver really uses: the function's body for a parameter, the caller's for a result.
    """

    element: str
    function: str
    parameter: str
    table: str
    file: str
    line: int
    in_loop: bool = False
    is_collection: bool = False
    fields: tuple[str, ...] = ()


class Setting(Struct, frozen=True):
    """A named setting or module constant with the source text of its value (secrets masked)."""

    name: str
    element: str
    value: str
    file: str
    line: int


class SettingRead(Struct, frozen=True, order=True):
    """A place that reads a setting or variable of the environment; ``default`` is source text, secrets masked."""

    name: str
    element: str
    file: str
    line: int
    default: str = ""


class Graph(Struct, frozen=True, eq=False, dict=True):
    """Elements and links of one codebase.

    ``elements``: one row an element, indexed by ``key`` (sorted), columns ``ELEMENT_COLUMNS``.
    Keys: ``path/to/file.py`` for a module, ``path/to/file.py::Class.method`` inside it, ``table::name``.
    ``links``: one row an occurrence, sorted by (source, target, kind, file, line), columns ``LINK_COLUMNS``.
    ``coverage``: references of each module (key) by ``Outcome``.
    """

    elements: pd.DataFrame
    links: pd.DataFrame
    coverage: pd.DataFrame
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
    constants: tuple[Setting, ...] = ()  # literals in capitals of all modules; of names that sound secret none
    setting_reads: tuple[SettingRead, ...] = ()
    handovers: tuple[Handover, ...] = ()
    entries: tuple[Entry, ...] = ()
    requests: tuple[Request, ...] = ()
