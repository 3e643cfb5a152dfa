"""What a condition tells about the names in it: ``isinstance`` tests narrow a variable where they hold."""

import ast

from analyzer.model.expression import Index, Narrowed
from analyzer.read.draft import Draft

TEST_AND_TYPE = 2


def narrowed(draft: Draft, test: ast.expr, *, truth: bool, base: dict[str, Index] | None = None) -> dict[str, Index]:
    """The environment where ``test`` is known to be ``truth``; the same one when it tells nothing."""
    environment = draft.environment if base is None else base
    facts = _facts(test, truth=truth)
    if not facts:
        return environment
    changed = dict(environment)
    for name, kind in facts:
        value = changed.get(name)
        changed[name] = draft.add(Narrowed(draft.outer(name) if value is None else value, draft.build(kind)))
    return changed


def _facts(test: ast.expr, *, truth: bool) -> list[tuple[str, ast.expr]]:
    facts: list[tuple[str, ast.expr]] = []
    waiting = [(test, truth)]
    while waiting:
        node, wanted = waiting.pop()
        kind = node.__class__
        if kind is ast.UnaryOp and node.op.__class__ is ast.Not:  # type: ignore[attr-defined]
            waiting.append((node.operand, not wanted))  # type: ignore[attr-defined]
        elif kind is ast.BoolOp:
            if (node.op.__class__ is ast.And) == wanted:  # type: ignore[attr-defined]
                waiting.extend((value, wanted) for value in reversed(node.values))  # type: ignore[attr-defined]
        elif kind is ast.Call and wanted:
            facts.extend(_isinstance(node))  # type: ignore[arg-type]
    return facts


def _isinstance(node: ast.Call) -> list[tuple[str, ast.expr]]:
    if not isinstance(node.func, ast.Name) or node.func.id != "isinstance" or len(node.args) != TEST_AND_TYPE:
        return []
    subject, kind = node.args
    return [(subject.id, kind)] if isinstance(subject, ast.Name) else []
