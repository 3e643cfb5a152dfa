"""Comprehensions and generator expressions: evaluated in the scope around them, their variables gone afterwards."""

import ast

from analyzer.model.expression import IN_LOOP, Comprehension, Element, Index
from analyzer.read.draft import Draft
from analyzer.read.narrow import narrowed
from analyzer.read.targets import assign

TYPES: dict[type, str] = {
    ast.ListComp: "list",
    ast.SetComp: "set",
    ast.GeneratorExp: "generator",
    ast.DictComp: "dict",
}


def element_of(value: Index, line: int) -> Element:
    """What iterating over ``value`` yields."""
    return Element(value, line)


def collect(draft: Draft, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Index:
    """Bind the targets, evaluate the conditions and the element, forget the targets."""
    frame = draft.frame
    before, flags = draft.environment, draft.flags
    frame.environment = draft.environment = dict(before)
    for generator in node.generators:
        iterable = draft.build(generator.iter)
        draft.flags |= IN_LOOP
        assign(draft, generator.target, draft.add(Element(iterable, generator.iter.lineno)))
        for condition in generator.ifs:
            draft.build(condition)
            frame.environment = draft.environment = dict(narrowed(draft, condition, truth=True))
    key = 0
    if isinstance(node, ast.DictComp):
        key = draft.build(node.key)
        element = draft.build(node.value)
    else:
        element = draft.build(node.elt)
    draft.flags = flags
    frame.environment = draft.environment = before
    return draft.add(Comprehension(TYPES[node.__class__], element, key))
