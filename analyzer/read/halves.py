"""Halves of surrogate pairs, which Python lets a text literal hold and which nobody can write down."""

import ast
import re

_WRITTEN = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]")


def spell_halves(tree: ast.AST, text: str) -> None:
    r"""Replace each half in the literals of ``tree`` by its spelling, as in ``\ud800``; ``text`` is the source."""
    if not _WRITTEN.search(text):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = node.value.encode("utf-8", "backslashreplace").decode("utf-8")
