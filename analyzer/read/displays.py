"""Dict and list displays that nobody else has seen yet: an item assigned to one replaces the item before it.

A display is fresh from its evaluation until its variable is read as a whole or the walk enters another block;
only then is it certain that a store follows on the display itself, whatever path the program takes.
"""

import ast
from typing import Any

from analyzer.model.expression import Constant, Index, Mapping, Sequence, Starred
from analyzer.read.draft import Draft

Key = str | int


def remember(draft: Draft, index: Index) -> Index:
    """A display that has just been evaluated is fresh in this block."""
    draft.fresh[index] = draft.block
    return index


def literal_key(node: ast.expr) -> Key | None:
    """The key when it is written as a string or an integer that is no larger than those of other literals."""
    value = node.value if isinstance(node, ast.Constant) else None
    if value.__class__ is int and not -(2**31) < value < 2**31:
        return None
    return value if value.__class__ is str or value.__class__ is int else None


def display_at(draft: Draft, node: Any) -> Index:  # noqa: ANN401 - any expression node
    """The fresh display that ``name`` or ``name[key][key]`` leads to, 0 when there is none."""
    keys: list[Key] = []
    while node.__class__ is ast.Subscript:
        key = literal_key(node.slice)
        if key is None:
            return 0
        keys.append(key)
        node = node.value
    if node.__class__ is not ast.Name:
        return 0
    index = draft.environment.get(node.id, 0)
    for key in reversed(keys):
        index = item_of(draft, index, key) if _is_fresh(draft, index) else 0
    return index if _is_fresh(draft, index) else 0


def _is_fresh(draft: Draft, index: Index) -> bool:
    return draft.fresh.get(index) == draft.block


def item_of(draft: Draft, index: Index, key: Key) -> Index:
    """The value that a display has at a literal key, 0 when it has none."""
    display = draft.table[index]
    if isinstance(display, Mapping):
        for known, value in zip(reversed(display.keys), reversed(display.values), strict=True):
            constant = draft.table[known]
            if not isinstance(constant, Constant) or constant.value is None:
                return 0
            if constant.value == key and constant.value.__class__ is key.__class__:
                return value
    if isinstance(display, Sequence) and isinstance(key, int) and _is_plain(draft, display):
        return display.items[key] if -len(display.items) <= key < len(display.items) else 0
    return 0


def replace(draft: Draft, index: Index, key: Key | None, value: Index) -> bool:
    """``display[key] = value`` on a fresh display; False when it has to be stored the ordinary way."""
    if not index or key is None or not _is_fresh(draft, index):
        return False
    display = draft.table[index]
    if isinstance(display, Sequence):
        if not item_of(draft, index, key) or not isinstance(key, int):
            return False
        items = list(display.items)
        items[key] = value
        draft.table[index] = Sequence(display.type, tuple(items))
        return True
    if not isinstance(display, Mapping):
        return False
    pairs = [
        (known, held)
        for known, held in zip(display.keys, display.values, strict=True)
        if not _same(draft.table[known], key)
    ]
    pairs.append((draft.constant(key.__class__.__name__, key), value))
    draft.table[index] = Mapping(tuple(known for known, _ in pairs), tuple(held for _, held in pairs))
    return True


def update(draft: Draft, function: ast.Attribute, arguments: tuple[Index, ...]) -> None:
    """``display.update({...})`` replaces what both have."""
    target = display_at(draft, function.value)
    given = draft.table[arguments[0]] if target and len(arguments) == 1 else None
    if isinstance(given, Mapping):
        for key, value in zip(given.keys, given.values, strict=True):
            constant = draft.table[key]
            if isinstance(constant, Constant) and constant.value is not None:
                replace(draft, target, constant.value, value)


def _same(constant: object, key: Key) -> bool:
    return isinstance(constant, Constant) and constant.value == key and constant.value.__class__ is key.__class__


def _is_plain(draft: Draft, display: Sequence) -> bool:
    return not any(draft.table[item].__class__ is Starred for item in display.items)
