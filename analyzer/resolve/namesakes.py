"""Parameters that nobody is seen to fill, named after the one mapped class that has all that is asked of them."""

import re
from collections import defaultdict

from analyzer.model.expression import Attribute
from analyzer.resolve.program import Program
from analyzer.resolve.traversal import has_own, step
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function, Node

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
ENOUGH = 2
"""Attributes of its own that a class must be asked for; one relation is enough, since few classes have the same. One
plain attribute is not: files, threads and responses have a ``name``, too."""


def connect_namesakes(program: Program) -> None:
    """``def score(user): user.orders.count()`` is about the class ``User`` when that is mapped and has ``orders``."""
    classes = _mapped(program)
    for unit in program.units if classes else ():
        if unit.facts.source.role == "test":
            continue
        for node, kinds, names in _open(program, unit, classes):
            near = [kind for kind in kinds if program.classes.app(kind.unit) == program.classes.app(unit)]
            for kind in kinds if len(kinds) == 1 else near if len(near) == 1 else ():
                if _has_all(program, kind, names):
                    program.grow(node, (kind.instance,))


def _mapped(program: Program) -> dict[str, list[Class]]:
    """Classes with a table by the name that a variable for one of their rows has."""
    found: dict[str, list[Class]] = defaultdict(list)
    for unit in program.units:
        for scope in unit.scopes if unit.facts.source.role == "code" else ():
            if isinstance(scope, Class) and program.knowledge.mapping_base(scope) is not None:
                found[_HUMP.sub("_", scope.scope.name).lower()].append(scope)
    return found


def _open(
    program: Program, unit: Unit, classes: dict[str, list[Class]]
) -> list[tuple[Node, list[Class], frozenset[str]]]:
    """Parameters without a value whose name fits, with the classes and the attributes asked for."""
    places: dict[int, list[Class]] = {}
    for scope in unit.scopes:
        if isinstance(scope, Function):
            for position, parameter in enumerate(scope.scope.parameters):
                index = scope.scope.first + position
                if parameter.name in classes and not parameter.annotation and not program.values[unit.base + index]:
                    places[index] = classes[parameter.name]
    asked: dict[int, set[str]] = defaultdict(set)
    for expression in unit.table if places else ():
        if expression.__class__ is Attribute and expression.value in places:
            assert isinstance(expression, Attribute)
            asked[expression.value].add(expression.name)
    return [(unit.base + index, places[index], frozenset(names)) for index, names in sorted(asked.items())]


def _has_all(program: Program, kind: Class, names: frozenset[str]) -> bool:
    base = program.knowledge.mapping_base(kind)
    usual = {"pk", "id", *(base.writes if base else ()), *(base.reads if base else ())}
    own = [name for name in names if has_own(program, kind, name)]
    related = any(step(program, kind, name) is not None for name in own)
    return (related or len(own) >= ENOUGH) and all(_known(program, kind, name) for name in names - set(own) - usual)


def _known(program: Program, kind: Class, name: str) -> bool:
    """Names that a mapper derives from a field: its raw key, the words for its choice."""
    stem = name.removeprefix("get_").removesuffix("_display") if name.endswith("_display") else name.removesuffix("_id")
    return stem != name and has_own(program, kind, stem)
