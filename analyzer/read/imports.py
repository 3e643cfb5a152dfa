"""Import statements: absolute names, aliases, and how the import happens."""

import ast
from typing import Literal

from analyzer.model.facts import ImportFact
from analyzer.model.source import Source
from analyzer.read.draft import Draft

How = Literal["", "lazy", "type_checking", "star", "dynamic"]


def import_(draft: Draft, node: ast.Import) -> None:
    """``import a.b`` binds ``a``; ``import a.b as c`` binds the submodule."""
    scope, line, how = draft.frame.index, node.lineno, _how(draft)
    for alias in node.names:
        module = alias.name
        bound = alias.asname or module.partition(".")[0]
        target = module if alias.asname else bound
        draft.imports.append(ImportFact(module, "", bound, scope, line, how))
        draft.bind(bound, draft.imported(target), line)
        _alias(draft, bound, target)


def import_from(draft: Draft, node: ast.ImportFrom) -> None:
    """``from a import b``, relative ones made absolute."""
    module = absolute(draft.source, node.module or "", node.level)
    scope, line, how = draft.frame.index, node.lineno, _how(draft)
    for alias in node.names:
        name = alias.name
        if name == "*":
            draft.imports.append(ImportFact(module, "*", "", scope, line, "star"))
            continue
        bound = alias.asname or name
        draft.imports.append(ImportFact(module, name, bound, scope, line, how))
        draft.bind(bound, draft.imported(module, name), line)
        _alias(draft, bound, f"{module}.{name}" if module else name)


def absolute(source: Source, module: str, level: int) -> str:
    """The absolute name of what ``from`` names; dots beyond the root are dropped."""
    if level == 0:
        return module
    package = source.module.split(".") if source.module else []
    if not source.is_package:
        package = package[:-1]
    kept = package[: len(package) - (level - 1)] if level > 1 else package
    return ".".join([*kept, module] if module else kept)


def _how(draft: Draft) -> How:
    if draft.typing_only:
        return "type_checking"
    frame = draft.frame
    while frame.kind == "class" and frame.parent is not None:
        frame = frame.parent
    return "lazy" if frame.parent is not None else ""


def _alias(draft: Draft, bound: str, target: str) -> None:
    if draft.frame.index == 0:
        draft.page.aliases[bound] = target
    else:
        draft.page.aliases.setdefault(bound, target)
