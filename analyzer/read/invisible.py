"""Literals that hold characters which act, hide or cannot be written down: they are spelled out in the tree."""

import ast
import re

from analyzer.notation.prose import INVISIBLE, visible

_ESCAPE = re.compile(r"\\[xuUN0-7abfv]")  # what can become such a character
_HARMLESS = bytes(range(ord(" "), ord("~") + 1)) + b"\t\n\r"  # nearly every byte of nearly every file


def spell_out(tree: ast.AST, text: str) -> None:
    r"""Replace each such character in the literals of ``tree``, whose source is ``text``, by its escape: ``\x1b``."""
    if not (_ESCAPE.search(text) or INVISIBLE.search(_unusual(text))):
        return
    for node in ast.walk(tree):
        if node.__class__ is ast.Constant and node.value.__class__ is str:
            node.value = visible(node.value)


def _unusual(text: str) -> str:
    """The characters outside plain ASCII, taken out without looking at each of the others."""
    return text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS).decode("utf-8", "surrogatepass")
