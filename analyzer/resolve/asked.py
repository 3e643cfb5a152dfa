"""Parameters that nobody is seen to fill, taken for the one class that has all that is asked of them."""

import io
import re
from collections import defaultdict
from datetime import datetime
from typing import NamedTuple

from analyzer.model.expression import Attribute, Element
from analyzer.resolve.containers import element
from analyzer.resolve.program import Program
from analyzer.resolve.reasons import has_data
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Container, Function, Node, Plain

ENOUGH = 2  # methods of its own by which a class is known whatever the parameter is called
LONG = 12  # letters of a name of several words by which one method is enough
"""On six applications, where callers are known, one method alone was wrong nearly every second time, one with a long
name 2 times in 35; one of a class that is called like the parameter, or two methods, seldom."""
SHORTEST = 3  # letters of a parameter that can stand for a class by its beginning or end: app, req, ...
FARTHEST = 24  # nodes a parameter is followed to, through attributes and into what it is handed to
COMMON = frozenset(
    [
        *dir(io.TextIOWrapper),
        *dir(io.BytesIO),
        *dir(datetime),
        *dir(re.compile("")),
        *dir(re.match("", "")),
        *[name for kind in (str, bytes, list, dict, set, int, float, BaseException) for name in dir(kind)],
        *["debug", "info", "warning", "warn", "error", "exception", "critical", "log"],
        *["start", "run", "stop", "acquire", "release", "wait", "notify", "is_alive"],
        *["send", "recv", "connect", "accept", "bind", "listen"],
        *["execute", "fetchone", "fetchall", "commit", "rollback", "cursor"],
        *["create", "delete", "save", "load", "parse", "reset", "handle", "process", "next", "name", "put"],
    ]
)
"""Methods of builtin types, files, patterns, loggers, threads, sockets and cursors, and what everything can do."""


class Asked(NamedTuple):
    """A parameter without a value, its name, the attributes asked of it, and the class whose method it belongs to."""

    node: Node
    called: str
    names: frozenset[str]
    near: Class | None


def connect_asked(program: Program) -> bool:
    """``def serve(app): app.dispatch_request()``: whoever calls it, ``app`` is the class with such a method."""
    asked = _open(program)
    owners = _owners(program, {name for one in asked for name in one.names if name not in COMMON})
    chosen = [(one.node, _chosen(owners, one)) for one in asked]
    for node, kind in chosen:
        if kind is not None:
            program.grow(node, (kind.instance,))
    return bool(chosen)


def _open(program: Program) -> list[Asked]:
    """The parameters without a value that are asked for something."""
    found: list[Asked] = []
    for unit in program.units:
        if unit.facts.source.role == "test":
            continue
        for scope in unit.scopes:
            if isinstance(scope, Function):
                node = unit.base + scope.scope.first
                for parameter in scope.scope.parameters:
                    if not parameter.annotation:
                        for place, called in _places(program, node, parameter.name):
                            names = _asked(program, place)
                            if names:
                                found.append(Asked(place, called, names, scope.owner))
                    node += 1
    return found


def _places(program: Program, node: Node, name: str) -> list[tuple[Node, str]]:
    """A parameter without a value, and what loops over it or over ``*name`` bind, in the singular."""
    one = name.removesuffix("s")
    if _is_empty(program, node):
        readers = program.readers[node]
        found = [(node, name)]
        for reader in (readers,) if isinstance(readers, int) else readers or ():
            unit = program.reactions[reader]
            if isinstance(unit, Unit) and isinstance(unit.table[reader - unit.base], Element):
                found.append((reader, one))
        return found
    held = program.values[node]
    if len(held) == 1 and isinstance(held[0], Container) and held[0].node == node and held[0].type == "tuple":
        rest = element(program, held[0])
        return [(rest, one)] if _is_empty(program, rest) else []
    return []


def _is_empty(program: Program, node: Node) -> bool:
    return all(isinstance(value, Plain) and value.type == "NoneType" for value in program.values[node])


def _asked(program: Program, node: Node) -> frozenset[str]:
    """The attributes asked of what a node holds, here and where it is handed to."""
    names: set[str] = set()
    places = [node]
    for place in places:
        readers, targets = program.readers[place], program.flows[place]
        for reader in (readers,) if isinstance(readers, int) else readers or ():
            unit = program.reactions[reader]
            if isinstance(unit, Unit):
                expression = unit.table[reader - unit.base]
                if isinstance(expression, Attribute) and unit.base + expression.value == place:
                    names.add(expression.name)
        for target in (targets,) if isinstance(targets, int) else targets or ():
            if len(places) < FARTHEST and target not in places and _is_empty(program, target):
                places.append(target)
    return frozenset(names)


def _owners(program: Program, names: set[str]) -> dict[str, list[Class]]:
    """The classes that define a method, by its name."""
    found: dict[str, list[Class]] = defaultdict(list)
    for unit in program.units if names else ():
        for kind in unit.scopes if unit.facts.source.role != "test" else ():
            if isinstance(kind, Class):
                for name, node in kind.attributes.items():
                    if name in names and any(isinstance(value, Function) for value in program.values[node]):
                        found[name].append(kind)
    return found


def _chosen(owners: dict[str, list[Class]], asked: Asked) -> Class | None:
    """The class above all others that have everything asked for, where it stands alone and enough speaks for it."""
    own = sorted(name for name in asked.names if name in owners)
    if asked.called == "other" and asked.near is not None and _has_all(asked.near, asked.names):
        return asked.near  # what an operator is given, as a rule
    if not own:
        return None
    kinds = [kind for kind in owners[own[0]] if _has_all(kind, asked.names)]
    tops = [kind for kind in kinds if not any(other is not kind and other in kind.order for other in kinds)]
    for likeness in (_is_named, _is_called_like):
        alike = [kind for kind in tops if likeness(kind, asked.called)]
        if len(alike) == 1:
            return alike[0]
    return tops[0] if len(tops) == 1 and (len(own) >= ENOUGH or _is_telling(own[0])) else None


def _is_telling(method: str) -> bool:
    return len(method) >= LONG and "_" in method.strip("_")


def _has_all(kind: Class, names: frozenset[str]) -> bool:
    return all(name in kind.stored or has_data(kind, name) for name in names)


def _is_named(kind: Class, called: str) -> bool:
    return _letters(called) == _letters(kind.scope.name)


def _is_called_like(kind: Class, called: str) -> bool:
    word, name = _letters(called), _letters(kind.scope.name)
    return len(word) >= SHORTEST and (name.startswith(word) or name.endswith(word))


def _letters(name: str) -> str:
    return name.replace("_", "").lower()
