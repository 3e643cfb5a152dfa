"""Literals that hold characters which act, hide or cannot be written down: they are spelled out in the tree."""

import ast
import re

from analyzer.notation.prose import INVISIBLE, visible

# Where such a character stands in the source, or an escape that can become one.
_SUSPECT = re.compile(rf"{INVISIBLE.pattern}|\\(?:[xuUN0-7abfv])")


def spell_out(tree: ast.AST, text: str) -> None:
    r"""Replace each such character in the literals of ``tree``, whose source is ``text``, by its escape: ``\x1b``."""
    if not _SUSPECT.search(text):
        return
    for node in ast.walk(tree):
        if node.__class__ is ast.Constant and node.value.__class__ is str:
            node.value = visible(node.value)
