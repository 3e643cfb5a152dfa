"""Routes with the prefixes of everything they are mounted under."""

from msgspec.structs import replace

from analyzer.model.framework import Answers, MountFact, RouteFact
from analyzer.model.graph import Route
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.named import find_named
from analyzer.resolve.origins import origin, undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function, Instance, Module, Node, Value

DEEPEST = 12  # mounts inside mounts; deeper ones are circles
MOST_PREFIXES = 8  # places one router is mounted at

Router = tuple[str, int]
"""A router's identity: the node that makes it, or the list of a module."""


class Mounts:
    """Which router hangs under which, by identity."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.own: dict[Router, str] = {}
        self.above: dict[Router, list[tuple[Router, str, bool]]] = {}
        self.known: dict[tuple[Router, int], list[str]] = {}
        for unit in program.units:
            for fact in unit.facts.facts:
                if isinstance(fact, MountFact):
                    self._mount(unit, fact)

    def _mount(self, unit: Unit, fact: MountFact) -> None:
        parent = self.identity(unit, fact.router)
        if fact.child_text:
            named = find_named(self.program, unit, fact.child_text)
            if isinstance(named, Module):
                self.above.setdefault(("module", named.unit.base), []).append((parent, fact.prefix, False))
            return
        child = self.identity(unit, fact.child)
        if fact.child and fact.child == fact.router:
            self.own[child] = fact.prefix
        elif child != parent:
            self.above.setdefault(child, []).append((parent, fact.prefix, fact.replaces))

    def identity(self, unit: Unit, index: int) -> Router:
        """The router an expression stands for; 0 is the module's own list."""
        if not index:
            return ("module", unit.base)
        for value in self.program.values[unit.base + index]:
            if isinstance(value, Module):
                return ("module", value.unit.base)
            if isinstance(value, Class):
                return ("class", value.unit.base + value.index)
        return ("node", origin(self.program, unit, index))

    def prefixes(self, router: Router, depth: int = 0) -> list[str]:
        """Every prefix the router's routes appear under."""
        key = (router, depth)
        if key not in self.known:
            self.known[key] = self._prefixes(router, depth)
        return self.known[key]

    def _prefixes(self, router: Router, depth: int) -> list[str]:
        own = self.own.get(router, "")
        parents = self.above.get(router, [])
        if not parents or depth > DEEPEST:
            return [own]
        found: dict[str, None] = {}
        for parent, prefix, replaces in parents:
            for above in self.prefixes(parent, depth + 1):
                found[join(join(above, prefix), "" if replaces else own)] = None
        return list(found)[:MOST_PREFIXES]


def join(left: str, right: str) -> str:
    """Two parts of a path with one slash between them."""
    if not left or not right:
        return left or right
    return left.rstrip("/") + "/" + right.lstrip("/")


def routes_of(program: Program) -> tuple[Route, ...]:
    """All routes, sorted by path."""
    mounts = Mounts(program)
    answers = {
        key_of(unit, fact.function): fact.methods
        for unit in program.units
        for fact in unit.facts.facts
        if isinstance(fact, Answers)
    }
    found: dict[Route, None] = {}
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, RouteFact):
                for route in _routes(program, mounts, unit, fact):
                    told = route.methods or answers.get(route.element, ())
                    found[replace(route, methods=told)] = None
    return tuple(sorted(found, key=lambda one: (one.path, one.methods, one.element, one.file, one.line)))


def _routes(program: Program, mounts: Mounts, unit: Unit, fact: RouteFact) -> list[Route]:
    target = _target(program, unit, fact)
    element = key_of_value(target) if target is not None else key_of(unit, fact.scope)
    found: list[Route] = []
    for prefix in mounts.prefixes(mounts.identity(unit, fact.router)):
        path = "/" + join(prefix, fact.path).lstrip("/")
        if not fact.actions:
            found.append(_route(unit, fact, path, fact.methods, element))
        for method, below, verbs in _answered(program, target, fact):
            answering = _method_key(target, method) or element
            found.append(_route(unit, fact, join(path, below) if below else path, verbs, answering))
    return found


def _answered(program: Program, target: Value | None, fact: RouteFact) -> list[tuple[str, str, tuple[str, ...]]]:
    """The actions that the target has, its own and those of outside bases; all of them when nothing is known."""
    kind = target.type if isinstance(target, Instance) else target
    known = [program.knowledge.known_base(base) for base in kind.outside] if isinstance(kind, Class) else []
    brought = {name for base in known if base is not None for name in base.answers}
    if not isinstance(kind, Class) or all(base is None for base in known):
        return list(fact.actions)
    return [action for action in fact.actions if action[0] in brought or _method_key(kind, action[0])]


def _route(unit: Unit, fact: RouteFact, path: str, methods: tuple[str, ...], element: str) -> Route:
    return Route(path, methods, element, fact.name, fact.label, unit.key, fact.line, fact.authentication)


def _target(program: Program, unit: Unit, fact: RouteFact) -> Value | None:
    if fact.target_text:
        return find_named(program, unit, fact.target_text)
    written = undecorated(program, unit, fact.target) if fact.target else None
    if written is not None:
        return written
    values = program.values[unit.base + fact.target] if fact.target else ()
    return next((value for value in values if key_of_value(value)), None)


def _method_key(target: Value | None, name: str) -> str:
    kind = target.type if isinstance(target, Instance) else target
    if not isinstance(kind, Class):
        return ""
    for member in kind.order:
        node: Node = member.attributes.get(name, 0)
        index = node - member.unit.base
        if node and member.unit.owner(node) == member.index:
            for scope in member.unit.scopes:
                if isinstance(scope, Function) and scope.owner is member and scope.scope.name == name:
                    return key_of_value(scope)
            assert index >= 0
    return ""
