"""Values, names and texts as Python source, and the check that what came out is Python."""

import ast
import keyword
import re
import textwrap

from analyzer.notation.names import is_identifier
from analyzer.notation.prose import plain


class Code(str):
    """Source text that may be pasted into a template: only this module and literals in our own code make it."""

    __slots__ = ()


def literal(value: object) -> Code:
    """A literal of plain data in ASCII; ``TypeError`` for anything whose ``repr`` could run code."""
    if value is None or isinstance(value, bool | int | float):
        return Code(repr(value))
    if isinstance(value, str):
        return Code(_double_quoted(value))
    if isinstance(value, list | tuple):
        inner = ", ".join(literal(item) for item in value)
        if isinstance(value, list):
            return Code(f"[{inner}]")
        return Code(f"({inner},)" if len(value) == 1 else f"({inner})")
    if isinstance(value, dict):
        return Code("{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}")
    raise TypeError(type(value).__name__)


def identifier(text: str) -> Code:
    """``text`` as a name; ``ValueError`` when it is not a plain ASCII identifier."""
    if not is_identifier(text):
        raise ValueError(f"not an identifier: {text!a}")
    return Code(text)


def dotted(text: str) -> Code:
    """``text`` as a dotted name; ``ValueError`` when a part is not an identifier."""
    return Code(".".join(identifier(part) for part in text.split(".")))


def docstring(text: str, indent: int = 4) -> Code:
    """``text`` as a docstring line in ASCII that cannot end its own quotes."""
    line = plain(text, 400).replace("\\", "/").replace('"', "'").encode("ascii", "replace").decode("ascii")
    line = line if line.endswith((".", "?", "!", "…")) else f"{line}."
    wrapped = textwrap.wrap(line, 110 - indent, break_on_hyphens=False)
    if len(wrapped) == 1:
        return Code(f'"""{wrapped[0]}"""')
    pad = " " * indent
    return Code('"""' + f"\n{pad}".join(wrapped) + f'\n{pad}"""')


def checked(source: str, path: str) -> str:
    """``source`` itself, once it parses; ``SyntaxError`` names the generated file otherwise."""
    ast.parse(source, filename=path)
    return source


def is_literal(text: str) -> bool:
    """Whether source text is a constant that may be written again: None, numbers, strings, booleans."""
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return False
    return value is None or isinstance(value, bool | int | float | str)


def constant(text: str) -> Code:
    """Source text of a constant, written anew; ``ValueError`` when it is not one."""
    if not is_literal(text):
        raise ValueError("not a constant")
    return literal(ast.literal_eval(text))


def safe_name(text: str, fallback: str) -> str:
    """``text`` when it may stand in Python, with an underscore when it is a keyword, else ``fallback``."""
    if is_identifier(text):
        return text
    return f"{text}_" if keyword.iskeyword(text) else fallback


def _double_quoted(value: str) -> str:
    quoted = ascii(value)
    if quoted[0] == '"':
        return quoted
    return '"' + quoted[1:-1].replace("\\'", "'").replace('"', '\\"') + '"'


def imports(text: str, modules: tuple[str, ...] = ("datetime", "decimal", "uuid")) -> dict[str, Code]:
    """Import lines that annotations need: ``modules`` (those used, one a line) and ``typing`` names."""
    used = set(_NAME.findall(text))
    return {
        "modules": Code("".join(f"import {name}\n" for name in sorted(used & set(modules)))),
        "typing": Code(", ".join(sorted(used & {"Annotated", "Any", "Literal"}))),
    }


_NAME = re.compile(r"[A-Za-z_]\w*")
