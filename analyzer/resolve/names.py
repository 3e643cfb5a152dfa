"""Names across files: what a variable of another scope, an import or an attribute of a module stands for."""

from collections.abc import Iterator

from analyzer.model.expression import Imported, Variable
from analyzer.model.python import BUILTINS
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Module, Node, Package, Value

BUILTIN_MODULES = frozenset(["builtins", "__builtin__"])
FORMER_BUILTINS = frozenset(
    ["basestring", "cmp", "execfile", "file", "long", "raw_input", "reduce", "reload", "unichr", "unicode", "xrange"]
)
"""Of Python 2; code that runs on both asks for them first."""
MODULE_STRINGS = frozenset(["__name__", "__file__", "__doc__", "__package__"])


def variable(program: Program, unit: Unit, node: Node, expression: Variable) -> None:
    """A variable of an outer scope holds everything bound to it."""
    if program.handled[node]:
        return
    program.handled[node] = 1
    sources, value = exported(program, unit, expression.name, expression.scope)
    for source in sources:
        program.flow(source, node)
    if value is not None:
        program.grow(node, (value,))
    elif not sources:
        name = expression.name
        if name in BUILTINS or name in FORMER_BUILTINS:
            program.grow(node, (program.builtin(name),))
        elif name in MODULE_STRINGS:
            program.grow(node, (program.plain("str"),))


def imported(program: Program, unit: Unit, node: Node, expression: Imported) -> None:
    """An import holds a module, what a module exports under the name, or something outside."""
    if program.handled[node]:
        return
    program.handled[node] = 1
    sources, value = find_import(program, unit, expression.module, expression.name)
    for source in sources:
        program.flow(source, node)
    if value is not None:
        program.grow(node, (value,))


def find_import(program: Program, unit: Unit, module: str, name: str) -> tuple[list[Node], Value | None]:
    """The nodes or the value that ``from module import name`` (or ``import module``) binds."""
    if not name:
        return [], module_value(program, unit, module)
    target = program.modules.find(module, unit)
    if target is None and module in BUILTIN_MODULES and name in BUILTINS:
        return [], program.builtin(name)
    if target is None:
        below = _submodule(program, unit, f"{module}.{name}")
        return [], below if below is not None else program.outside(f"{module}.{name}")
    return member(program, target, name)


def member(program: Program, target: Unit, name: str) -> tuple[list[Node], Value | None]:
    """An attribute of a module: a variable first, then a submodule, then what its star imports bring."""
    own = target.bindings[0].get(name)
    if own is not None and not _imports_itself(target, own, name):
        return [own, *target.writes.get((0, name), [])], None
    dotted = f"{target.name}.{name}" if target.name else name
    below = _submodule(program, target, dotted) if target.facts.source.is_package else None
    return ([], below) if below is not None else exported(program, target, name)


def _imports_itself(target: Unit, own: Node, name: str) -> bool:
    """``from . import name`` in a package's own ``__init__`` means the submodule."""
    expression = target.table[own - target.base]
    return isinstance(expression, Imported) and expression.module == target.name and expression.name == name


def exported(program: Program, unit: Unit, name: str, scope: int = 0) -> tuple[list[Node], Value | None]:
    """Where the values of a variable come from: its bindings, writes from inner scopes, star imports."""
    sources = _sources(unit, name, scope)
    if sources or scope:
        return sources, None
    seen = {unit}
    waiting: list[tuple[Unit, Iterator[str], list[str]]] = [(unit, iter(unit.stars), [])]
    while waiting:  # star imports of star imports can be as many as there are modules
        current, stars, outside = waiting[-1]
        target = _next_star(program, current, stars, outside)
        if target is None:
            waiting.pop()
            if len(outside) == 1 and name not in BUILTINS and not name.startswith("__"):
                return [], program.outside(f"{outside[0]}.{name}")
        elif target not in seen and (target.facts.exports is None or name in target.facts.exports):
            seen.add(target)
            sources = _sources(target, name, 0)
            if sources:
                return sources, None
            waiting.append((target, iter(target.stars), []))
    return [], None


def _sources(unit: Unit, name: str, scope: int) -> list[Node]:
    binding = unit.bindings[scope].get(name)
    writes = unit.writes.get((scope, name), ())
    return [*writes] if binding is None else [*writes, binding]


def _next_star(program: Program, unit: Unit, stars: Iterator[str], outside: list[str]) -> Unit | None:
    """The next module of the codebase among ``stars``; the others are added to ``outside``."""
    for star in stars:
        target = program.modules.find(star, unit)
        if target is not None:
            return target
        outside.append(star)
    return None


def module_value(program: Program, unit: Unit, name: str) -> Value:
    """What ``import name`` binds."""
    found = _submodule(program, unit, name)
    return found if found is not None else program.outside(name)


def _submodule(program: Program, unit: Unit, name: str) -> Value | None:
    target = program.modules.find(name, unit)
    if target is not None:
        return target.module
    return Package(name, unit) if program.modules.is_package(name) else None


def module_attribute(program: Program, value: Module | Package, name: str) -> tuple[list[Node], Value | None]:
    """``module.name``."""
    if isinstance(value, Package):
        return [], _submodule(program, value.unit, f"{value.name}.{name}")
    return member(program, value.unit, name)
