"""Framework facts: what the dialects saw, in neutral words; ``label`` is the only trace of a framework's name.

Facts name code by expression (an index into the file's expressions, 0 for none) or by text that is looked up later.
``scope`` is always the index of the scope whose body contains the place.
"""

from typing import Literal

from msgspec import Struct

from analyzer.model.expression import Index
from analyzer.model.knowledge import CollectionType, KnownBase, KnownCall

Access = Literal["read", "write"]


class ColumnFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="column"):
    """A column as declared; ``references`` is the text of what it points at ("" or "table.column", "app.Model")."""

    name: str
    type: str
    line: int
    nullable: bool = False
    primary_key: bool = False
    unique: bool = False
    max_length: int | None = None
    digits: int | None = None
    decimals: int | None = None
    choices: tuple[str, ...] = ()
    has_default: bool = False
    references: str = ""


class TableFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="table"):
    """A class (``scope`` is its body) or a table object (``value``) that maps a table.

    With ``bases``, it counts only when the class derives from one of these outside classes, through any files.
    ``name`` "" means: by the template of the known base. ``evidence`` is class, imperative, migration.
    """

    scope: int
    label: str
    line: int
    name: str = ""
    columns: tuple[ColumnFact, ...] = ()
    bases: tuple[str, ...] = ()
    abstract: bool = False
    proxy: bool = False
    app: str = ""  # overrides {app}
    value: Index = 0
    evidence: str = "class"


class RelationFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="relation"):
    """A field that points at another class, given as an expression or as text ("app.Model", "Model", "self", a table).

    ``scope`` is the class body that declares it. ``related_name`` "" means the default reverse accessor
    ``reverse_default`` (a template with {class}); "+" means none. ``setting`` names a setting that holds the target.
    """

    scope: int
    field: str
    kind: Literal["foreign_key", "one_to_one", "many_to_many", "generic"]
    label: str
    line: int
    target: Index = 0
    target_text: str = ""
    setting: str = ""
    on_delete: str = ""
    related_name: str = ""
    reverse_default: str = ""
    through: Index = 0
    through_text: str = ""
    is_collection: bool = False  # the attribute itself gives many (relationship() with a list)
    column: bool = True  # False when it is an object view of a column declared beside it


class TableUse(Struct, frozen=True, array_like=True, tag_field="fact", tag="table_use"):
    """A place that reads or writes the table of whatever ``value`` is: a mapped class, an instance, a collection."""

    scope: int
    value: Index
    access: Access
    how: str
    line: int
    path: str = ""  # relations walked from there, dots between steps
    in_loop: bool = False


class SqlUse(Struct, frozen=True, array_like=True, tag_field="fact", tag="sql_use"):
    """SQL in a string: the tables it reads and writes by name; several in one statement are a join."""

    scope: int
    text: str  # shortened
    line: int
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    creates: tuple[ColumnFact, ...] = ()  # of CREATE TABLE, for the table in `writes`
    in_loop: bool = False


class RouteFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="route"):
    """An entry point. ``router`` is the object or list it hangs on (0: the module's own list), ``target`` answers.

    ``actions`` maps further methods of a target class to paths: (method name, sub-path, HTTP methods).
    """

    scope: int
    path: str
    methods: tuple[str, ...]
    target: Index
    label: str
    line: int
    name: str = ""
    router: Index = 0
    target_text: str = ""  # dotted name instead of an expression
    authentication: str = ""
    actions: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


class MountFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="mount"):
    """Routes of ``child`` (a router, or the module named ``child_text``) appear under ``prefix`` of ``router``.

    A prefix a router gives itself (Blueprint(url_prefix=...)) is a mount of the router on itself: child == router.
    """

    scope: int
    prefix: str
    child: Index
    label: str
    line: int
    child_text: str = ""
    router: Index = 0


class TaskFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="task"):
    """Background work: the function whose body is ``function`` (or the expression ``target``), and its name."""

    function: int
    label: str
    line: int
    name: str = ""  # "" means module.function
    target: Index = 0
    queue: str = ""


class TaskSend(Struct, frozen=True, array_like=True, tag_field="fact", tag="task_send"):
    """Work put on a queue: by function expression or by registered name."""

    scope: int
    how: str  # delay, apply_async, send_task, chain, on_commit, thread, ...
    line: int
    target: Index = 0
    name: str = ""
    in_loop: bool = False
    countdown: str = ""


class ScheduleFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="schedule"):
    """Work that a clock starts: by registered name or expression, with the schedule as text."""

    schedule: str
    line: int
    name: str = ""
    target: Index = 0
    queue: str = ""


class EventFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="event"):
    """One end of an in-process event. ``event`` is the signal or event class, or ``name`` is what it is called by."""

    role: Literal["publish", "subscribe", "declare"]
    scope: int
    line: int
    label: str
    event: Index = 0
    name: str = ""
    handler: Index = 0  # subscribe: what is called
    sender: Index = 0
    sender_text: str = ""
    payload: tuple[str, ...] = ()
    in_loop: bool = False


class TransactionFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="transaction"):
    """Lines ``line`` to ``end_line`` of ``scope`` run in one database transaction."""

    scope: int
    how: str
    line: int
    end_line: int


class StateFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="state"):
    """Process-wide state: where it is held (``access`` hold), or a place that reads or writes it.

    ``name`` is the variable (of the module) or the cache's key; ``value`` an expression when it is held elsewhere.
    """

    scope: int
    how: str  # global, cache, session, thread_local, memo, singleton, file
    name: str
    line: int
    access: Literal["hold", "read", "write"] = "hold"
    value: Index = 0


class SettingFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="setting"):
    """A named setting with the source text of its value, secrets masked, and the dotted strings inside it."""

    name: str
    value: str
    line: int
    strings: tuple[str, ...] = ()
    literal: str = ""  # the value itself when it is one string


class SettingUse(Struct, frozen=True, array_like=True, tag_field="fact", tag="setting_use"):
    """A place that reads a setting by name."""

    scope: int
    name: str
    line: int


class PermissionFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="permission"):
    """A place that decides by who is asking."""

    scope: int
    what: str
    line: int
    target: Index = 0


class HttpCallFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="http_call"):
    """A request to another process; ``url`` is literal text with {} for what is not."""

    scope: int
    method: str
    url: str
    line: int
    label: str
    in_loop: bool = False


class NamedCode(Struct, frozen=True, array_like=True, tag_field="fact", tag="named_code"):
    """A string that names code (settings, import_string, entry points, patches): a module or something inside one."""

    scope: int
    text: str
    line: int
    calls: bool = False  # the code it names is called from there


class EntryPoint(Struct, frozen=True, array_like=True, tag_field="fact", tag="entry_point"):
    """Code that something outside the codebase calls: ``target`` or the function ``function`` (admin, CLI, hooks)."""

    function: int
    label: str
    line: int
    target: Index = 0
    what: str = ""


FrameworkFact = (
    KnownBase
    | CollectionType
    | KnownCall
    | TableFact
    | RelationFact
    | TableUse
    | SqlUse
    | RouteFact
    | MountFact
    | TaskFact
    | TaskSend
    | ScheduleFact
    | EventFact
    | TransactionFact
    | StateFact
    | SettingFact
    | SettingUse
    | PermissionFact
    | HttpCallFact
    | NamedCode
    | EntryPoint
)
