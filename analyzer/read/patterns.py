"""Patterns of ``match``: what they bind, and what a class pattern tells about the subject."""

import ast
from typing import Any

from analyzer.model.expression import Attribute, Index, Instance, Narrowed, Subscript, Unpacked
from analyzer.read.draft import Draft


def match_case(draft: Draft, pattern: ast.pattern, subject: Index, name: str) -> None:  # noqa: C901 - one branch a kind of pattern
    """Bind everything ``pattern`` captures from ``subject``, which is the variable ``name`` when that is not empty."""
    if name and isinstance(pattern, ast.MatchClass):
        draft.bind(name, draft.add(Narrowed(subject, draft.build(pattern.cls))), pattern.lineno)
    waiting: list[tuple[Any, Index]] = [(pattern, subject)]
    while waiting:
        node, value = waiting.pop()
        kind = node.__class__
        if kind is ast.MatchValue:
            draft.build(node.value)
        elif kind is ast.MatchAs:
            if node.pattern is not None:
                value = _typed(draft, node.pattern, value)
                waiting.append((node.pattern, value))
            if node.name:
                draft.bind(node.name, value, node.lineno)
        elif kind is ast.MatchStar:
            if node.name:
                draft.bind(node.name, value, node.lineno)
        elif kind is ast.MatchOr:
            waiting.extend((option, value) for option in node.patterns)
        elif kind is ast.MatchSequence:
            waiting.extend(_sequence(draft, node, value))
        elif kind is ast.MatchMapping:
            waiting.extend(_mapping(draft, node, value))
        elif kind is ast.MatchClass:
            waiting.extend(_class(draft, node, value))


def _typed(draft: Draft, pattern: ast.pattern, value: Index) -> Index:
    if isinstance(pattern, ast.MatchClass):
        return draft.add(Narrowed(value, draft.build(pattern.cls)))
    return value


def _sequence(draft: Draft, node: ast.MatchSequence, value: Index) -> list[tuple[ast.pattern, Index]]:
    parts: list[tuple[ast.pattern, Index]] = []
    for position, pattern in enumerate(node.patterns):
        rest = isinstance(pattern, ast.MatchStar)
        parts.append((pattern, draft.add(Unpacked(value, position, rest))))
    return parts


def _mapping(draft: Draft, node: ast.MatchMapping, value: Index) -> list[tuple[ast.pattern, Index]]:
    parts: list[tuple[ast.pattern, Index]] = []
    for key, pattern in zip(node.keys, node.patterns, strict=True):
        parts.append((pattern, draft.add(Subscript(value, draft.build(key), node.lineno))))
    if node.rest:
        draft.bind(node.rest, value, node.lineno)
    return parts


def _class(draft: Draft, node: ast.MatchClass, value: Index) -> list[tuple[ast.pattern, Index]]:
    kind = draft.build(node.cls)
    subject = draft.add(Narrowed(value, kind)) if value else draft.add(Instance(kind))
    parts: list[tuple[ast.pattern, Index]] = []
    for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True):
        parts.append((pattern, draft.add(Attribute(subject, name, node.lineno))))
    parts.extend((pattern, 0) for pattern in node.patterns)
    return parts
