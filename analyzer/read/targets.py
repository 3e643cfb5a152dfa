"""Assignment targets: names, attributes, items, and the unpacking of tuples."""

import ast
from typing import Any

from analyzer.model.expression import Constant, Index, Sequence, Unpacked
from analyzer.model.facts import AttributeStore, ItemStore
from analyzer.read.displays import display_at, literal_key, replace
from analyzer.read.draft import Draft


def assign(draft: Draft, target: Any, value: Index) -> None:  # noqa: ANN401 - any expression node
    """``target = value``; nested targets are taken apart in a loop."""
    if target.__class__ is ast.Name:
        draft.bind(target.id, value, target.lineno)
        return
    waiting: list[tuple[Any, Index]] = [(target, value)]
    while waiting:
        node, index = waiting.pop()
        kind = node.__class__
        if kind is ast.Name:
            draft.bind(node.id, index, node.lineno)
        elif kind is ast.Attribute:
            receiver = draft.build(node.value)
            draft.attribute_stores.append(AttributeStore(receiver, node.attr, index, node.lineno))
        elif kind is ast.Subscript:
            display = display_at(draft, node.value)
            if display and replace(draft, display, literal_key(node.slice), index):
                continue
            receiver = display or draft.build(node.value)
            key = 0 if node.slice.__class__ is ast.Slice else draft.build(node.slice)
            draft.item_stores.append(ItemStore(receiver, key, index, node.lineno))
        elif kind is ast.Starred:
            waiting.append((node.value, index))
        else:
            waiting.extend(reversed(_parts(draft, node.elts, index)))


def _parts(draft: Draft, targets: list[ast.expr], value: Index) -> list[tuple[ast.expr, Index]]:
    display = draft.table[value]
    plain = not any(isinstance(target, ast.Starred) for target in targets)
    if plain and isinstance(display, Sequence) and len(display.items) == len(targets):
        return list(zip(targets, display.items, strict=True))
    parts = []
    starred_at = next((n for n, target in enumerate(targets) if isinstance(target, ast.Starred)), len(targets))
    for number, target in enumerate(targets):
        after = len(targets) - number - 1
        if not value or isinstance(display, Constant):
            part = 0
        elif number == starred_at:
            part = draft.add(Unpacked(value, number, rest=True, after=after))
        else:
            part = draft.add(Unpacked(value, number if number < starred_at else number - len(targets)))
        parts.append((target, part))
    return parts
