"""Joins small JavaScript modules into one script, in the order of their imports."""

import re
from collections.abc import Callable

_IMPORT = re.compile(r'^import\s*(\{[^}]*\})\s*from\s*"(\./|\.\./)([\w./-]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export\s+((?:async\s+)?(?:function|const|class)\s+(\w+))", re.MULTILINE)


def bundle(entry: str, load: Callable[[str], str]) -> str:
    """The text of ``entry`` after that of everything it imports, each module once and in a scope of its own.

    Understands what our modules use: named imports of relative paths, and exported functions, constants and classes.
    """
    order = _order(entry, load)
    names = {path: f"module_{number}" for number, path in enumerate(order)}
    return "\n".join(_module(path, text, names) for path, text in order.items())


def _order(entry: str, load: Callable[[str], str]) -> dict[str, str]:
    """Every module reached from ``entry`` and its text, a module after all that it imports."""
    done: dict[str, str] = {}
    pending = [(entry, False)]
    while pending:
        path, ready = pending.pop()
        if path in done:
            continue
        text = load(path)
        if ready:
            done[path] = text
            continue
        pending.append((path, True))
        wanted = [_resolve(path, *found[1:]) for found in _IMPORT.findall(text)]
        pending += [(one, False) for one in reversed(wanted) if one not in done]
    return done


def _module(path: str, text: str, names: dict[str, str]) -> str:
    body = _IMPORT.sub(lambda found: f"const {found[1]} = {names[_resolve(path, found[2], found[3])]};", text)
    exported = ", ".join(found[1] for found in _EXPORT.findall(text))
    body = _EXPORT.sub(lambda found: found[1], body)
    return f"// {path}\nconst {names[path]} = (() => {{\n{body}return {{ {exported} }};\n}})();"


def _resolve(path: str, dots: str, wanted: str) -> str:
    """The path of an import, relative to the folder of scripts."""
    folder = path.rpartition("/")[0]
    prefix = folder if dots == "./" else folder.rpartition("/")[0]
    return f"{prefix}/{wanted}" if prefix else wanted
