"""Process-wide mutable state: module variables written from functions, memos, thread locals, singletons."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact
from analyzer.model.page import AnyFunction, Dialect, Example, Page, Spot
from analyzer.model.storage import StateFact
from analyzer.model.syntax import argument, class_values, is_none, last_name, receiver, target_name

MUTATORS = frozenset(
    {
        "append", "appendleft", "add", "update", "setdefault", "insert", "extend", "remove", "discard", "pop",
        "popitem", "popleft", "clear", "subtract", "sort", "reverse", "__setitem__",
    }
)  # fmt: skip
"""Methods of the builtin containers that change them."""

CONTAINERS = frozenset(
    {"dict", "list", "set", "defaultdict", "OrderedDict", "deque", "Counter", "WeakValueDictionary", "WeakSet",
     "WeakKeyDictionary", "LRUCache", "TTLCache"}
)  # fmt: skip
MEMOS = frozenset({"lru_cache", "cache", "cached", "memoize", "memoized", "alru_cache"})
MEMO_ORIGINS = ("functools.", "cachetools.", "async_lru.", "django.utils.functional.")
LOCALS = frozenset({"local", "ContextVar", "Local", "LocalStack"})
LOCAL_ORIGINS = ("threading.", "contextvars.", "asgiref.", "werkzeug.", "gevent.", "eventlet.", "greenlet.")
_GLOBAL = re.compile(r"^\s+global\s", re.MULTILINE)


def read(page: Page) -> Iterator[FrameworkFact]:
    """Where state of the process is held, and which functions write it."""
    if "global " in page.text and _GLOBAL.search(page.text):
        for function in page.functions:
            yield from _globals(page, function)
    yield from _containers(page)
    yield from _held(page)
    yield from _locals(page)
    for spot in page.classes:
        if _is_singleton(spot.node):
            yield StateFact(spot.scope, "singleton", spot.node.name, spot.node.lineno, value=page.expression(spot.node))
            yield from _kept(page, spot)


def _kept(page: Page, holder: Spot[ast.ClassDef]) -> Iterator[StateFact]:
    """Where a singleton keeps its only instance: ``cls._instance = ...``, ``Settings._instance = ...``."""
    body = page.body(holder.node)
    for spot, target in page.assignments_to(ast.Attribute):
        if target.attr.strip("_") == "instance" and page.scopes[spot.scope].parent == body:
            name = last_name(target.value)
            if holder.scope == 0 and name in ("cls", holder.node.name):
                yield StateFact(spot.scope, "singleton", holder.node.name, spot.node.lineno, "write")


def _globals(page: Page, function: Spot[AnyFunction]) -> Iterator[StateFact]:
    """Variables a function declares global and assigns."""
    scope = page.body(function.node)
    declared: dict[str, int] = {}
    waiting: list[ast.AST] = list(function.node.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Global):
            declared.update((name, node.lineno) for name in node.names)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            waiting.extend(child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt))
            waiting.extend(getattr(node, "handlers", ()))
    for spot, target in page.assignments_to(ast.Name) if declared else ():
        if spot.scope == scope and target.id in declared:
            yield StateFact(scope, "global", target.id, spot.node.lineno, "write")


def _containers(page: Page) -> Iterator[StateFact]:
    """Module-level containers that functions change, here or (where they were imported from) elsewhere."""
    changed = list(_changed(page))
    if not changed:
        return
    held: dict[str, int] = {}
    local: set[tuple[int, str]] = set()
    names = {node.id for _, node, _ in changed}
    for spot, target in page.assignments_to(ast.Name):
        name = target_name(spot.node) if target.id in names else ""
        if spot.scope:
            local.add((spot.scope, name))
        elif name and name != "__all__" and _is_container(spot.node.value):
            held[name] = spot.node.lineno
    written: dict[str, None] = {}
    for scope, node, line in changed:
        name = node.id
        if (scope, name) in local or any(given.name == name for given in page.scopes[scope].parameters):
            continue
        if name in held:
            if page.scopes[scope].kind != "class":
                written.setdefault(name)
                yield StateFact(scope, "global", name, line, "write")
        elif "." in page.aliases.get(name, ""):
            yield StateFact(scope, "global", "", line, "write", page.expression(node))
    yield from (StateFact(0, "global", name, held[name]) for name in written)


def _is_container(node: ast.AST | None) -> bool:
    if isinstance(node, ast.Call):
        return last_name(node.func) in CONTAINERS
    return isinstance(node, ast.Dict | ast.List | ast.Set | ast.DictComp | ast.ListComp | ast.SetComp)


def _changed(page: Page) -> Iterator[tuple[int, ast.Name, int]]:
    """Scope, name and line of each container change inside a function: ``x.append(...)``, ``x[k] = ...``."""
    for call in page.calls_of(MUTATORS):
        holder = receiver(call.node)
        if call.scope and isinstance(holder, ast.Name):
            yield call.scope, holder, call.node.lineno
    for spot, target in page.assignments_to(ast.Subscript):
        if spot.scope and isinstance(target.value, ast.Name):
            yield spot.scope, target.value, spot.node.lineno


def _held(page: Page) -> Iterator[StateFact]:
    """Memos (``@lru_cache``)."""
    for decoration in page.decorations_of(MEMOS):
        function = decoration.function
        if page.dotted(decoration.source).startswith(MEMO_ORIGINS):
            name = page.qualified(page.body(function.node))
            yield StateFact(function.scope, "memo", name, function.node.lineno, value=page.expression(function.node))


def _locals(page: Page) -> Iterator[StateFact]:
    """Thread and context locals: where they are made, and what is put into them, here or from another file."""
    kinds = {spot.node.name for spot in page.classes if any(_is_local(page, base) for base in spot.node.bases)}
    held = {} if not kinds and page.called.keys().isdisjoint(LOCALS) else dict(_made(page, kinds))
    yield from (StateFact(0, "thread_local", name, line) for name, line in held.items())
    for scope, node, line in _put_into(page):
        if node.id in held:
            yield StateFact(scope, "thread_local", node.id, line, "write")
        elif "." in page.aliases.get(node.id, ""):
            yield StateFact(scope, "thread_local", "", line, "write", page.expression(node))


def _made(page: Page, kinds: set[str]) -> Iterator[tuple[str, int]]:
    """Name and line of each module variable that holds a local, or an object of one of the classes of locals."""
    for spot, _ in page.assignments_to(ast.Name):
        value = spot.node.value
        name = target_name(spot.node) if spot.scope == 0 and isinstance(value, ast.Call) else ""
        if name and isinstance(value, ast.Call) and (_is_local(page, value.func) or last_name(value.func) in kinds):
            yield name, spot.node.lineno


def _is_local(page: Page, node: ast.expr) -> bool:
    return last_name(node) in LOCALS and page.dotted(node).startswith(LOCAL_ORIGINS)


def _put_into(page: Page) -> Iterator[tuple[int, ast.Name, int]]:
    """``local.user = x``, ``setattr(local, name, x)``, ``variable.set(x)``, inside functions."""
    for spot, target in page.assignments_to(ast.Attribute):
        if spot.scope and isinstance(target.value, ast.Name):
            yield spot.scope, target.value, spot.node.lineno
    for call in page.calls_of(("setattr", "delattr", "set", "reset")):
        holder = receiver(call.node) or argument(call.node, 0)
        if call.scope and isinstance(holder, ast.Name):
            yield call.scope, holder, call.node.lineno


def _is_singleton(node: ast.ClassDef) -> bool:
    """``_instance = None`` filled in by ``__new__`` or a class method, or a metaclass that says so."""
    if any("Singleton" in last_name(given.value) for given in node.keywords if given.arg == "metaclass"):
        return True
    if not any(isinstance(part, ast.FunctionDef) and part.name in _GIVERS for part in node.body):
        return False
    values = class_values(node)
    return any(is_none(values.get(name)) for name in ("_instance", "__instance", "instance") if name in values)


_GIVERS = frozenset({"__new__", "instance", "get_instance", "getInstance", "shared"})

EXAMPLES = (
    Example(
        "Module variables that functions write",
        """\
from shop.plugins import registry

RATES = {}
NAMES = ["a", "b"]
current = None

def load(rates):
    global current
    current = rates
    RATES["eur"] = 1
    registry.append(rates)
    NAMES = []
    NAMES.append("local")

def show(RATES):
    RATES.clear()
    return NAMES[0]
""",
        (
            "state scope=load how='global' name='current' line=9 access='write'",
            "state scope=load how='global' line=11 access='write' value=registry",
            "state scope=load how='global' name='RATES' line=10 access='write'",
            "state scope=module how='global' name='RATES' line=3",
        ),
        "shop.rates",
    ),
    Example(
        "Memos, thread locals, singletons",
        """\
import threading
from functools import lru_cache

from shop.context import shared

active = threading.local()

def enter(user):
    active.user = user
    setattr(active, "depth", 1)
    shared.user = user

@lru_cache(maxsize=None)
def rate(code): ...

class Settings:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

class Plain:
    _instance = None
""",
        (
            "state scope=module how='memo' name='rate' line=14 value=rate",
            "state scope=module how='thread_local' name='active' line=6",
            "state scope=enter how='thread_local' name='active' line=9 access='write'",
            "state scope=enter how='thread_local' line=11 access='write' value=shared",
            "state scope=enter how='thread_local' name='active' line=10 access='write'",
            "state scope=module how='singleton' name='Settings' line=16 value=Settings",
            "state scope=Settings.__new__ how='singleton' name='Settings' line=21 access='write'",
        ),
        "shop.state",
    ),
)

STATE = Dialect("state", (), read, EXAMPLES)
