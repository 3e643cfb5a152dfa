"""Framework facts: what the dialects saw, in neutral words; ``label`` is the only trace of a framework's name.

Facts name code by expression (an index into the file's expressions, 0 for none) or by text that is looked up later.
``scope`` is always the index of the scope whose body contains the place.
"""

from typing import Literal

from msgspec import Struct

from analyzer.model.expression import Index
from analyzer.model.knowledge import CollectionType, KnownBase, KnownCall
from analyzer.model.storage import (
    JoinFact,
    RelationFact,
    SqlUse,
    StateFact,
    TableFact,
    TablePrefix,
    TableUse,
    TransactionFact,
)


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
    response: Index = 0  # the class of the response body, when the route names it
    status: int = 0  # of a success, 0 when the route does not say


class Answers(Struct, frozen=True, array_like=True, tag_field="fact", tag="answers"):
    """The function whose body is ``function`` answers only these HTTP methods, whatever its route says."""

    function: int
    methods: tuple[str, ...]
    line: int


class MountFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="mount"):
    """Routes of ``child`` (a router, or the module named ``child_text``) appear under ``prefix`` of ``router``.

    A prefix a router gives itself (Blueprint(url_prefix=...)) is a mount of the router on itself: child == router.
    ``replaces``: the child's own prefix does not count here.
    """

    scope: int
    prefix: str
    child: Index
    label: str
    line: int
    child_text: str = ""
    router: Index = 0
    replaces: bool = False


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


class QueueFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="queue"):
    """Tasks whose name matches ``pattern`` (``*`` stands for any text) go to ``queue``."""

    pattern: str
    queue: str
    line: int


class EventFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="event"):
    """One end of an in-process event. ``event`` is the signal or event class, or ``name`` is what it is called by.

    ``shared``, of a declaration: whoever asks for this name gets the same signal, so the name is all that counts.
    ``instance`` is the parameter of the handler that is an instance of the sender.
    """

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
    shared: bool = False
    instance: str = ""


class KeptCallable(Struct, frozen=True, array_like=True, tag_field="fact", tag="kept_callable"):
    """A place that keeps ``value`` under ``key`` in ``registry``, a mapping that outlives the call.

    Whether the value can be called and whether somebody looks it up by the same key and calls it, only the whole
    codebase can tell. ``many``: there is a list of values under each key.
    """

    scope: int
    registry: Index
    key: Index
    value: Index
    line: int
    many: bool = False


class SettingFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="setting"):
    """A named setting with the source text of its value, secrets masked, and the dotted strings inside it."""

    name: str
    value: str
    line: int
    strings: tuple[str, ...] = ()
    literal: str = ""  # the value itself when it is one string


class ConstantFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="constant"):
    """A literal under a name in capitals; ``holder`` is the mapping it is a key of, "" for a name of the module."""

    name: str
    value: str
    line: int
    holder: str = ""


class SettingUse(Struct, frozen=True, array_like=True, tag_field="fact", tag="setting_use"):
    """A place that reads a setting by name; ``default`` is the source text of what it takes when there is none."""

    scope: int
    name: str
    line: int
    default: str = ""


class PermissionFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="permission"):
    """A place that decides by who is asking."""

    scope: int
    what: str
    line: int
    target: Index = 0


class AskerFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="asker"):
    """An expression that stands for whoever is asking: the user of the request, of the session."""

    value: Index
    line: int


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
    value: Index = 0  # the expression that stands for the named code (the call of a loader)


class Shown(Struct, frozen=True, array_like=True, tag_field="fact", tag="shown"):
    """The class that ``holder`` is stands for the rows of the mapped class that ``value`` is, said outside its body."""

    holder: Index
    value: Index
    line: int


class EntryPoint(Struct, frozen=True, array_like=True, tag_field="fact", tag="entry_point"):
    """Code that something outside the codebase calls: ``target`` or the function ``function`` (admin, CLI, hooks)."""

    function: int
    label: str
    line: int
    target: Index = 0
    what: str = ""
    target_text: str = ""  # "package.module:function", where a text names it


FrameworkFact = (
    KnownBase
    | CollectionType
    | KnownCall
    | TableFact
    | RelationFact
    | TableUse
    | TablePrefix
    | JoinFact
    | SqlUse
    | RouteFact
    | Answers
    | MountFact
    | TaskFact
    | TaskSend
    | ScheduleFact
    | QueueFact
    | EventFact
    | KeptCallable
    | TransactionFact
    | StateFact
    | SettingFact
    | ConstantFact
    | SettingUse
    | PermissionFact
    | AskerFact
    | HttpCallFact
    | NamedCode
    | EntryPoint
    | Shown
)
