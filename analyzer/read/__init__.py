"""Source to facts: one parse, one walk, every dialect that the text asks for."""

import ast
import gc
from itertools import chain

from analyzer.dialects import DIALECTS
from analyzer.model.facts import FileFacts
from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Page
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.read.decode import decode, parse
from analyzer.read.draft import Draft
from analyzer.read.expressions import HANDLERS
from analyzer.read.finish import scope_of
from analyzer.read.statements import walk
from analyzer.read.vocabulary import vocabulary


def read(source: Source, data: bytes | Problem) -> FileFacts:
    """The facts of one file; what could not be read is a problem inside them, never an exception."""
    collecting = gc.isenabled()
    gc.disable()  # a tree is one big live structure: collections in the middle of a file walk all of it for nothing
    try:
        text = data if isinstance(data, Problem) else decode(source, data)
        tree = text if isinstance(text, Problem) else parse(source, text)
        if isinstance(text, Problem) or isinstance(tree, Problem):
            return FileFacts(source, problems=tuple(found for found in {text, tree} if isinstance(found, Problem)))
        return _facts(source, text, tree)
    finally:
        if collecting:
            gc.enable()


def _facts(source: Source, text: str, tree: ast.Module) -> FileFacts:
    dialects = [dialect for dialect in DIALECTS if _asked_for(dialect.triggers, text)]
    encoded = text.encode()
    lines = encoded.split(b"\n")
    draft = Draft(source, lines, Page(source, text))
    draft.handlers = HANDLERS
    draft.open("module", tree, "")
    walk(draft)
    module, *inner = draft.frames
    scopes = (scope_of(draft, module, vocabulary(encoded)), *[scope_of(draft, frame) for frame in inner])
    facts: list[FrameworkFact] = []
    draft.page.scopes.extend(scopes)
    draft.page.index()
    for found in chain.from_iterable(dialect.read(draft.page) for dialect in dialects):
        if isinstance(found, Problem):
            draft.problems.append(found)
        else:
            facts.append(found)
    return FileFacts(
        source=source,
        lines=len(lines) - (not lines[-1]),
        scopes=scopes,
        expressions=tuple(draft.table),
        imports=tuple(draft.imports),
        attribute_stores=tuple(draft.attribute_stores),
        item_stores=tuple(draft.item_stores),
        variable_stores=tuple(draft.variable_stores),
        exports=None if draft.exports is None else tuple(draft.exports),
        facts=tuple(facts),
        problems=tuple(draft.problems),
    )


def _asked_for(triggers: tuple[str, ...], text: str) -> bool:
    return not triggers or any(trigger in text for trigger in triggers)
