"""Where a node stands, for the lists of a page."""

import ast
from typing import TypeVar

from analyzer.model.expression import IN_EXCEPT, IN_LOOP
from analyzer.model.page import Spot
from analyzer.read.draft import Draft

Kind = TypeVar("Kind", bound=ast.AST)


def spot(draft: Draft, node: Kind) -> Spot[Kind]:
    """The node with the scope and the blocks around it."""
    flags = draft.flags
    if flags:
        return Spot(node, draft.frame.index, bool(flags & IN_LOOP), bool(flags & IN_EXCEPT), draft.withs)
    return Spot(node, draft.frame.index, False, False, draft.withs)  # noqa: FBT003 - the names would cost a third more
