"""One function cut out of its module with all that it needs there, or nothing when it needs more."""

import ast
import unicodedata
from typing import NamedTuple

from analyzer.publish.moving.purity import BUILTINS, MODULES, is_plain, may_import, mutated_names

_MOST = 30  # definitions that may come along; more of them are a module of its own, for a person to move
_LONGEST = 400  # lines, for the same reason

Definition = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


class _Module(NamedTuple):
    """What a module binds at its top level, each name once."""

    definitions: dict[str, Definition]
    imports: dict[str, str]  # name to the line that imports it
    whole: frozenset[str]  # names bound to whole modules
    lazy_annotations: bool


def extract(text: str, function: str) -> str:
    """The source of a module that holds ``function`` and works alone; "" when there is none."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return ""
    module = _survey(tree)
    definition = module.definitions.get(function)
    if not isinstance(definition, ast.FunctionDef) or definition.decorator_list:
        return ""
    needed = _closure(module, function)
    if needed is None:
        return ""
    names, imports = needed
    if not mutated_names(tree).isdisjoint([*names, *imports]):
        return ""
    return _written(text, [module.definitions[name] for name in names], sorted(imports.values()), module)


def _survey(tree: ast.Module) -> _Module:
    definitions: dict[str, Definition] = {}
    imports: dict[str, str] = {}
    whole: set[str] = set()
    spoilt: set[str] = set()
    lazy = False
    for node in tree.body:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname is None and alias.name in MODULES and "." not in alias.name:
                    imports[alias.name] = f"import {alias.name}"
                    whole.add(alias.name)
        elif isinstance(node, ast.ImportFrom):
            lazy = lazy or node.module == "__future__"
            imports.update(_from(node))
        else:
            for name in _bound(node):
                (spoilt.add(name) if name in definitions or name in imports else None)
                if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign):
                    definitions[name] = node
                else:
                    spoilt.add(name)
    kept = {name: node for name, node in definitions.items() if name not in spoilt}
    return _Module(kept, {n: line for n, line in imports.items() if n not in spoilt}, frozenset(whole), lazy)


def _from(node: ast.ImportFrom) -> dict[str, str]:
    if node.level or node.module not in MODULES:
        return {}
    usable = [alias for alias in node.names if alias.asname is None and may_import(node.module, alias.name)]
    return {alias.name: f"from {node.module} import {alias.name}" for alias in usable if alias.name != "*"}


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store | ast.Del)}


def _closure(module: _Module, function: str) -> tuple[list[str], dict[str, str]] | None:
    """Names of all definitions needed and the import lines by name, or None when something else is needed."""
    found: dict[str, None] = {}
    imports: dict[str, str] = {}
    waiting = [function]
    while waiting:
        name = waiting.pop()
        definition = module.definitions[name]
        if len(found) > _MOST or not is_plain(definition, module.whole):
            return None
        found[name] = None
        for used in _free(definition) - found.keys():
            if used in module.definitions:
                waiting.append(used)
            elif used in module.imports:
                imports[used] = module.imports[used]
            elif used not in BUILTINS:
                return None
    return list(found), imports


def _free(node: Definition) -> set[str]:
    """Names read inside that are not bound inside; one name means one thing throughout."""
    loaded: set[str] = set()
    bound: set[str] = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name):
            (loaded if isinstance(inner.ctx, ast.Load) else bound).add(inner.id)
        elif isinstance(inner, ast.arg):
            bound.add(inner.arg)
        elif isinstance(inner, ast.ExceptHandler | ast.MatchAs | ast.MatchStar):
            bound.update([inner.name] * bool(inner.name))  # type: ignore[list-item]  # a name, once it is there
        elif isinstance(inner, ast.FunctionDef | ast.ClassDef) and inner is not node:
            bound.add(inner.name)
    return loaded - bound


def _with_comments(lines: list[str], first: int) -> int:
    """The line where the comments begin that stand directly above a definition and belong to it."""
    while first > 1 and lines[first - 2].startswith("#"):
        first -= 1
    return first


def _written(text: str, nodes: list[Definition], imports: list[str], module: _Module) -> str:
    lines = text.split("\n")
    blocks = []
    for node in sorted({id(node): node for node in nodes}.values(), key=lambda node: node.lineno):
        decorators = node.decorator_list if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
        first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
        blocks.append("\n".join(lines[_with_comments(lines, first) - 1 : node.end_lineno]))
    head = ["from __future__ import annotations"] * module.lazy_annotations
    whole = "\n".join([*head, *imports, "", *(f"\n{block}\n" for block in blocks)])
    if whole.count("\n") > _LONGEST or any(unicodedata.category(letter) == "Cf" for letter in whole):
        return ""
    try:
        ast.parse(whole)
    except (SyntaxError, ValueError, MemoryError, RecursionError):  # two statements on one line, for one
        return ""
    return whole
