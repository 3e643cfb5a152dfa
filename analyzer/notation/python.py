"""Values, names and texts as Python source, and the check that what came out is Python."""

import ast
import keyword
import textwrap
from collections.abc import Sequence

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


Section = Sequence[tuple[str, Sequence[str]]]
"""Import lines that belong together: a module and the names taken from it; no names means ``import module``."""

_MARK = "# imports\n"
_WIDTH = 120  # the line length of the lint rules that go with generated code


def with_imports(source: str, *sections: Section) -> str:
    """``source`` with its ``# imports`` line replaced by those of ``sections`` that the code uses, in their order."""
    tree = ast.parse(source)
    own = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)}
    used, modules = _names_in(tree)
    blocks = [
        "".join(_import_line(module, names, used - own if names else modules) for module, names in section)
        for section in sections
    ]
    text = "\n".join(block for block in blocks if block)
    return source.replace(_MARK, text, 1) if text else source.replace(_MARK + "\n", "", 1).replace(_MARK, "", 1)


def _names_in(tree: ast.AST) -> tuple[set[str], set[str]]:
    """The names that code uses, and those of which it uses an attribute; each node is met once."""
    used: set[str] = set()
    modules: set[str] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name):
            used.add(node.id)
            continue
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            modules.add(node.value.id)
        for value in vars(node).values():
            if isinstance(value, list):
                waiting += [one for one in value if isinstance(one, ast.AST)]
            elif isinstance(value, ast.AST):
                waiting.append(value)
    return used, modules


def _import_line(module: str, names: Sequence[str], used: set[str]) -> str:
    if not names:
        return f"import {module}\n" if module.split(".", maxsplit=1)[0] in used else ""
    wanted = sorted(used & set(names), key=lambda name: (not name.isupper(), name[0].islower(), name))
    if not wanted:
        return ""
    line = f"from {module} import {', '.join(wanted)}\n"
    if len(line) <= _WIDTH + 1:
        return line
    return f"from {module} import (\n" + "".join(f"    {name},\n" for name in wanted) + ")\n"
