"""Branches, loops, ``try``, ``with`` and ``match``: which values a name can have where their paths meet again."""

import ast
from collections.abc import Callable

from analyzer.model.expression import IN_EXCEPT, IN_LOOP, Choice, Element, Entered, Index, Instance
from analyzer.read.assigned import assigned
from analyzer.read.draft import Draft
from analyzer.read.narrow import narrowed
from analyzer.read.patterns import match_case
from analyzer.read.spots import spot
from analyzer.read.targets import assign

Environment = dict[str, Index]
Block = Callable[[Draft, list[ast.stmt]], bool]
"""Walks statements in order; True when the end of them cannot be reached."""


def switch(draft: Draft, environment: Environment) -> None:
    """Continue the walk with another environment."""
    draft.frame.environment = draft.environment = environment
    draft.block += 1


def meet(draft: Draft, environments: list[Environment]) -> Environment:
    """The environment where several paths come together: different values of a name become a choice."""
    if len(environments) == 1:
        return environments[0]
    merged = dict(environments[0])
    for other in environments[1:]:
        for name, value in other.items():
            mine = merged.get(name)
            if mine is None:
                merged[name] = value
            elif mine != value:
                merged[name] = draft.choice([mine, value])
    return merged


def branch(draft: Draft, node: ast.If, block: Block) -> bool:
    """``if``/``elif``/``else``; the chain is walked in a loop, whatever its length."""
    ends: list[Environment] = []
    step = node
    while True:
        draft.build(step.test)
        before = draft.environment
        typing_only = draft.typing_only
        draft.typing_only = typing_only or _is_type_checking(step.test)
        switch(draft, dict(narrowed(draft, step.test, truth=True)))
        if not block(draft, step.body):
            ends.append(draft.environment)
        draft.typing_only = typing_only
        switch(draft, dict(narrowed(draft, step.test, truth=False, base=before)))
        if len(step.orelse) == 1 and isinstance(step.orelse[0], ast.If):
            step = step.orelse[0]
            continue
        if not step.orelse or not block(draft, step.orelse):
            ends.append(draft.environment)
        if not ends:
            return True
        switch(draft, meet(draft, ends))
        return False


def _is_type_checking(test: ast.expr) -> bool:
    name = test.id if isinstance(test, ast.Name) else test.attr if isinstance(test, ast.Attribute) else ""
    return name == "TYPE_CHECKING"


def for_(draft: Draft, node: ast.For | ast.AsyncFor, block: Block) -> bool:
    """``for``: the target is an element of the iterable."""
    iterable = draft.build(node.iter)

    def body() -> bool:
        assign(draft, node.target, draft.add(Element(iterable, node.iter.lineno)))
        return block(draft, node.body)

    return _loop(draft, node, body, block)


def while_(draft: Draft, node: ast.While, block: Block) -> bool:
    """``while``; one over a true literal ends only by ``break``."""

    def body() -> bool:
        draft.build(node.test)
        switch(draft, dict(narrowed(draft, node.test, truth=True)))
        return block(draft, node.body)

    return _loop(draft, node, body, block)


def _loop(draft: Draft, node: ast.For | ast.AsyncFor | ast.While, body: Callable[[], bool], block: Block) -> bool:
    frame, before, flags = draft.frame, draft.environment, draft.flags
    outside, frame.exits = frame.exits, []
    inside = dict(before)
    joins = {name: draft.add(Choice(())) for name in sorted(assigned(node)) if name in inside}
    inside.update(joins)
    switch(draft, inside)
    draft.flags |= IN_LOOP
    ended = body()
    draft.flags = flags
    ends = [*frame.exits] if ended else [draft.environment, *frame.exits]
    frame.exits = outside
    for name, join in joins.items():
        options = dict.fromkeys([before[name], *(end.get(name, 0) for end in ends)])
        draft.table[join] = Choice(tuple(option for option in options if option and option != join))
    switch(draft, meet(draft, [{**before, **joins}, *ends]))
    if node.orelse:
        block(draft, node.orelse)
    return False


def with_(draft: Draft, node: ast.With | ast.AsyncWith, block: Block) -> bool:
    """``with``: what each context manager's entering gives."""
    draft.page.withs.append(spot(draft, node))
    is_async = node.__class__ is ast.AsyncWith
    for item in node.items:
        value = draft.build(item.context_expr)
        entered = draft.add(Entered(value, item.context_expr.lineno, is_async))
        if item.optional_vars is not None:
            assign(draft, item.optional_vars, entered)
    outside = draft.withs
    draft.withs = (*outside, node)
    ended = block(draft, node.body)
    draft.withs = outside
    return ended


def try_(draft: Draft, node: ast.Try, block: Block) -> bool:
    """``try``: a handler starts from any point of the body; the paths meet before ``finally``."""
    before, flags = dict(draft.environment), draft.flags
    ended = block(draft, node.body)
    after_body = draft.environment
    ends: list[Environment] = []
    if node.orelse and not ended:
        ended = block(draft, node.orelse)
    if not ended:
        ends.append(draft.environment)
    for handler in node.handlers:
        switch(draft, dict(meet(draft, [before, after_body])))
        draft.flags = flags | IN_EXCEPT
        kind = draft.build(handler.type) if handler.type is not None else 0
        if handler.name:
            draft.bind(handler.name, draft.add(Instance(kind)), handler.lineno)
        if not block(draft, handler.body):
            ends.append(draft.environment)
    draft.flags = flags
    switch(draft, meet(draft, ends) if ends else dict(after_body))
    return block(draft, node.finalbody) or not ends


def match_(draft: Draft, node: ast.Match, block: Block) -> bool:
    """``match``: each case from the same start, with what its pattern binds."""
    subject = draft.build(node.subject)
    before = draft.environment
    ends: list[Environment] = [before]
    for case in node.cases:
        switch(draft, dict(before))
        match_case(draft, case.pattern, subject, _name_of(node.subject))
        if case.guard is not None:
            draft.build(case.guard)
        if not block(draft, case.body):
            ends.append(draft.environment)
    switch(draft, meet(draft, ends))
    return False


def _name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
