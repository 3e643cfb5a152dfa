"""One file as a dialect sees it, for those who want to ask a dialect alone."""

from analyzer.model.page import Page
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.read.decode import parse
from analyzer.read.draft import Draft
from analyzer.read.expressions import HANDLERS
from analyzer.read.finish import scope_of
from analyzer.read.statements import walk


def page_of(source: Source, text: str) -> Page:
    """The page of a text; it must be Python, ``TypeError`` otherwise."""
    tree = parse(source, text)
    if isinstance(tree, Problem):
        raise TypeError(tree.what)
    page = Page(source, text)
    draft = Draft(source, text.encode().split(b"\n"), page)
    draft.handlers = HANDLERS
    draft.open("module", tree, "")
    walk(draft)
    page.scopes.extend(scope_of(draft, frame) for frame in draft.frames)
    page.index()
    return page
