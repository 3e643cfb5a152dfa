"""Paths over relations: which classes a chain of names walks through."""

from analyzer.resolve.program import Program
from analyzer.resolve.values import Class, Instance, Node, Rows


def step(program: Program, kind: Class, name: str) -> Class | None:
    """The class behind relation ``name`` of ``kind``; None when the name is no relation."""
    node = _typed(kind, name) or _typed(kind, f"{name}_set")
    for value in program.values[node] if node else ():
        if isinstance(value, Instance):
            return value.type
        if isinstance(value, Rows):
            return value.kind
    return None


def leads_to_one(program: Program, kind: Class, name: str) -> bool:
    """True when reading attribute ``name`` loads a row; a collection is read only when it is asked for its rows."""
    node = _typed(kind, name)
    return any(isinstance(value, Instance) for value in program.values[node]) if node else False


def _typed(kind: Class, name: str) -> Node:
    for member in kind.order:
        node = member.typed.get(name)
        if node is not None:
            return node
    return 0


def walk(program: Program, kind: Class, steps: list[str], *, whole: bool) -> list[tuple[Class, str]]:
    """The classes that the steps lead to, with the path so far.

    Unless ``whole``, the last relation counts only when something of its own table is asked for behind it: a filter
    on ``order__customer=x`` never leaves the table of orders.
    """
    found: list[tuple[Class, str]] = []
    current = kind
    for position, name in enumerate(steps):
        following = step(program, current, name)
        if following is None:
            break
        rest = steps[position + 1 :]
        if not whole and (not rest or not has_own(program, following, rest[0])):
            break
        found.append((following, ".".join(steps[: position + 1])))
        current = following
    return found


def has_own(program: Program, kind: Class, name: str) -> bool:
    """True when the class declares a field or relation called ``name``."""
    return any(name in member.attributes for member in kind.order) or step(program, kind, name) is not None
