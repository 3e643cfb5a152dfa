"""Text put together from parts: exactly where all parts are known, else its beginning and its end."""

from analyzer.resolve.program import MANY, Program
from analyzer.resolve.values import Class, Instance, Literal, Module, Node, Pattern, Plain, Value

MOST_NAMES = 12  # names a pattern may mean; more say only that nobody knows (as for the targets of one call)


def joined(program: Program, node: Node, left: Node, right: Node) -> None:
    """``left + right`` for every pair of texts that is known."""
    for first in program.values[left]:
        for second in program.values[right]:
            if isinstance(first, Literal) and isinstance(second, Literal):
                program.grow(node, (program.literal("str", _formatted(first, second)),))


def _formatted(first: Literal, second: Literal) -> str:
    text = str(first.value)
    return text.replace("%s", str(second.value), 1) if "%s" in text else text + str(second.value)


def partly_known(program: Program, node: Node, left: Node, right: Node) -> None:
    """What can be said where not all parts are known."""
    starts = _ends(program, left, last=False)
    stops = _ends(program, right, last=True)
    for start in starts or ("",):
        head, mark, tail = start.partition("%s")
        for stop in stops or ("",):
            if head or tail or stop:
                program.grow(node, (program.pattern(head, tail if mark else stop),))


def _ends(program: Program, source: Node, *, last: bool) -> list[str]:
    found: list[str] = []
    for value in program.values[source]:
        if isinstance(value, Literal):
            found.append(str(value.value))
        elif isinstance(value, Pattern):
            found.append(value.suffix if last else value.prefix)
    return found[:MANY]


def names_like(value: Value, pattern: Pattern) -> list[str]:
    """The attributes of ``value`` that the pattern can mean, sorted; none when they are too many to tell."""
    names: set[str] = set()
    if isinstance(value, Instance | Class):
        kind = value.type if isinstance(value, Instance) else value
        names = {name for member in kind.order for name in member.attributes}
    elif isinstance(value, Module):
        names = set(value.unit.bindings[0])
    shortest = len(pattern.prefix) + len(pattern.suffix)
    found = [
        name
        for name in names
        if len(name) > shortest and name.startswith(pattern.prefix) and name.endswith(pattern.suffix)
    ]
    return sorted(found) if len(found) <= MOST_NAMES else []


def is_text(value: Value) -> bool:
    """Text of any kind."""
    return isinstance(value, Plain) and value.type == "str"
