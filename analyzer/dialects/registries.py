"""Home-made event buses and registries: a function that keeps what it is given under a key that others look up."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, KeptCallable
from analyzer.model.page import Dialect, Example, Page
from analyzer.model.syntax import argument, last_name, receiver

ADDING = frozenset({"append", "add", "insert", "appendleft"})
CLEAR_OF = frozenset({"str", "int", "float", "bool", "len"})
"""What these make of an argument is plain data, which nobody can call."""

MOST_NODES = 60  # looked at in one value: larger ones are data


def read(page: Page) -> Iterator[FrameworkFact]:
    """Each place that keeps a value under a key in a mapping of the object or the module."""
    for call in page.calls_of(ADDING):
        holder = receiver(call.node)
        kept = call.node.args[-1] if call.node.args else None
        lookup = _lookup(holder) if holder is not None else None
        if lookup is not None and kept is not None:
            yield from _kept(page, (call.scope, call.node.lineno), lookup, kept, many=True)
    for spot, target in page.assignments_to(ast.Subscript):
        if isinstance(spot.node, ast.Assign):
            lookup = (target.value, target.slice)
            yield from _kept(page, (spot.scope, spot.node.lineno), lookup, spot.node.value, many=False)


def _lookup(node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    """Registry and key of ``registry[key]``, ``registry.setdefault(key, [])``, ``registry.get(key)``."""
    if isinstance(node, ast.Subscript):
        return node.value, node.slice
    if isinstance(node, ast.Call) and last_name(node.func) in {"setdefault", "get"}:
        holder, key = receiver(node), argument(node, 0)
        return (holder, key) if holder is not None and key is not None else None
    return None


def _kept(
    page: Page, place: tuple[int, int], lookup: tuple[ast.expr, ast.expr], value: ast.expr, *, many: bool
) -> Iterator[FrameworkFact]:
    scope, line = place
    registry, key = lookup
    if _outlives(page, scope, registry) and _can_be_called(page, scope, value):
        yield KeptCallable(
            scope, page.expression(registry), page.expression(key), page.expression(value), line, many=many
        )


def _outlives(page: Page, scope: int, registry: ast.expr) -> bool:
    """Whether the registry can belong to the object, the class or the module: what came as an argument does not."""
    if isinstance(registry, ast.Attribute):
        return isinstance(registry.value, ast.Name)
    return isinstance(registry, ast.Name) and registry.id not in _given(page, scope)


def _given(page: Page, scope: int) -> set[str]:
    """Parameters of the function and of those around it, the object itself left out."""
    found: set[str] = set()
    while scope > 0:
        own = page.scopes[scope]
        is_method = own.parent >= 0 and page.scopes[own.parent].kind == "class"
        found |= {one.name for one in own.parameters[int(is_method) :]}
        scope = own.parent
    return found


def _can_be_called(page: Page, scope: int, value: ast.expr) -> bool:
    """Whether the value is, or holds, a parameter of this function or of one around it, or names a function."""
    given = _given(page, scope)
    waiting: list[ast.AST] = [value]
    for _ in range(MOST_NODES):
        if not waiting:
            return False
        node = waiting.pop()
        if isinstance(node, ast.Name | ast.Lambda):
            if isinstance(node, ast.Lambda) or node.id in given or node.id in page.aliases:
                return True
        elif isinstance(node, ast.Call) and last_name(node.func) not in CLEAR_OF:
            waiting.extend([*node.args, *(one.value for one in node.keywords)])
        elif isinstance(node, ast.Tuple | ast.List):
            waiting.extend(node.elts)
    return False


EXAMPLES = (
    Example(
        "Handlers kept under a key",
        """\
from collections import defaultdict

_subscribers = defaultdict(list)

def subscribe(name):
    def register(function):
        _subscribers[name].append(function)
        return function
    return register

class Bus:
    def listen(self, event, handler, once=False):
        self.handlers.setdefault(event, []).append((handler, once))

    def route(self, command, handler):
        self.routes[command] = handler

    def count(self, event, names):
        self.counts[event] = len(names)
        names[event] = event
        seen = {}
        seen[event] = 1
""",
        (
            "kept_callable scope=subscribe.register registry=_subscribers key=name value=function line=7 many=True",
            "kept_callable scope=Bus.listen registry=self.handlers key=event value=(handler, once) line=13 many=True",
            "kept_callable scope=Bus.route registry=self.routes key=command value=handler line=16",
        ),
        "shop.common.events",
    ),
)

REGISTRIES = Dialect("registries", (), read, EXAMPLES)
