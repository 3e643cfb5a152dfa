"""What copied code may use: names that compute, none that reach for files, processes, network or interpreter."""

import ast

from analyzer.model.python import BUILTINS as EVERY_BUILTIN
from analyzer.model.python import STANDARD_MODULES

MODULES = frozenset(
    {"base64", "bisect", "calendar", "collections", "collections.abc", "dataclasses", "datetime", "decimal", "enum"}
    | {"fractions", "functools", "heapq", "itertools", "math", "numbers", "operator", "re", "statistics", "string"}
    | {"textwrap", "typing", "unicodedata", "uuid", "zoneinfo"}
)
"""Modules of the standard library whose functions only compute."""

_REFUSED = frozenset(
    {"breakpoint", "compile", "copyright", "credits", "delattr", "eval", "exec", "exit", "getattr", "globals", "help"}
    | {"input", "license", "locals", "memoryview", "open", "print", "quit", "setattr", "super", "type", "vars"}
)
BUILTINS = frozenset(name for name in EVERY_BUILTIN if not name.startswith("_")) - _REFUSED
_NEVER = (
    ast.Global,
    ast.Nonlocal,
    ast.Yield,
    ast.YieldFrom,
    ast.Await,
    ast.AsyncFunctionDef,
    ast.Import,
    ast.ImportFrom,
)


def is_plain(node: ast.AST, modules: frozenset[str]) -> bool:
    """Whether a definition holds nothing that could reach outside; ``modules`` are names bound to whole modules."""
    for inner in ast.walk(node):
        if isinstance(inner, _NEVER):
            return False
        if isinstance(inner, ast.Attribute):
            owner = inner.value.id if isinstance(inner.value, ast.Name) else ""
            if inner.attr.startswith("_") or (owner in modules and not may_import(owner, inner.attr)):
                return False
    return True


def may_import(module: str, name: str) -> bool:
    """Whether ``module.name`` is a thing of that module and not another module it happens to import."""
    own = name == module.rsplit(".", 1)[-1]
    return own or not (name.startswith("_") or name in STANDARD_MODULES)


_MUTATORS = frozenset(
    {"add", "append", "appendleft", "clear", "discard", "extend", "insert", "pop", "popitem", "popleft", "remove"}
    | {"reverse", "setdefault", "sort", "update"}
)


def mutated_names(tree: ast.Module) -> set[str]:
    """Names whose objects change in place anywhere in the module: state, of which a copy would be another one."""
    found: set[str] = set()
    for node in ast.walk(tree):
        holder: ast.expr | None = None
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            holder = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _MUTATORS:
            holder = node.func.value
        elif isinstance(node, ast.Global):
            found.update(node.names)
        if isinstance(holder, ast.Name):
            found.add(holder.id)
    return found
