"""Model classes: tables with their columns and relations, and the bases from packages that carry them."""

import ast
from collections.abc import Iterator, Mapping

from analyzer.dialects.django.fields import column, is_field, is_own_field
from analyzer.dialects.django.knowledge import LABEL, MODEL_BASES, model_base
from analyzer.dialects.django.relations import key_column, relation
from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Page
from analyzer.model.storage import ColumnFact, RelationFact, TableFact
from analyzer.model.syntax import class_assignments, class_values, inner_class, is_true, target_name, text

META = frozenset({"db_table", "abstract", "proxy", "app_label", "managed", "swappable"})


def models(page: Page) -> Iterator[FrameworkFact]:
    """Tables and relations of every class that may be a model: its bases, known or in other files, decide."""
    names = _file_names(page)
    for spot in page.classes:
        if spot.node.bases:
            yield from _model(page, spot.node, names)


def _file_names(page: Page) -> Mapping[str, ast.AST]:
    """What the names of the file stand for, as far as choices need it: assignments and classes."""
    found: dict[str, ast.AST] = {}
    for spot in page.assignments:
        if spot.scope == 0 and spot.node.value is not None and target_name(spot.node):
            found[target_name(spot.node)] = spot.node.value
    found.update((spot.node.name, spot.node) for spot in page.classes)
    return found


def _model(page: Page, node: ast.ClassDef, names: Mapping[str, ast.AST]) -> Iterator[FrameworkFact]:
    scope = page.body(node)
    fields = {
        name: value
        for name, value, _ in class_assignments(node)
        if isinstance(value, ast.Call) and (is_field(page, value) or relation(page, scope, name, value))
    }
    meta = inner_class(node, "Meta")
    options = class_values(meta) if meta is not None else {}
    bases = {page.dotted(base) for base in node.bases}
    if not fields and not META.intersection(options) and not bases.intersection(MODEL_BASES):
        return
    certain = bool(bases.intersection(MODEL_BASES)) or any(is_own_field(page, call) for call in fields.values())
    if certain and not bases.intersection(MODEL_BASES):
        yield from _carrier(page, node)
    names = {**names, **class_values(node)}
    said = options.get("db_table")
    relations = [found for name, call in fields.items() if (found := relation(page, scope, name, call)) is not None]
    yield TableFact(
        scope=scope,
        label=LABEL,
        line=node.lineno,
        name=text(said).strip('"').rpartition('"')[2],
        columns=tuple(_columns(fields, relations, names)),
        abstract=is_true(options.get("abstract")),
        proxy=is_true(options.get("proxy")),
        app=text(options.get("app_label")),
        named=0 if text(said) else page.expression(said),
    )
    yield from relations


def _columns(
    fields: Mapping[str, ast.Call], relations: list[RelationFact], names: Mapping[str, ast.AST]
) -> Iterator[ColumnFact]:
    related = {found.field for found in relations}
    for name, call in fields.items():
        found = key_column(name, call) if name in related else column(name, call, names, call.lineno)
        if found is not None:
            yield found


def _carrier(page: Page, node: ast.ClassDef) -> Iterator[FrameworkFact]:
    """Bases from packages that make this class a model though they are none of Django's (MPTTModel, MP_Node).

    Mixins are left out: they add to a model and do not make one.
    """
    own = page.module.partition(".")[0]
    for base in map(page.dotted, node.bases):
        if "." in base and base.partition(".")[0] not in {own, "django"} and not base.endswith("Mixin"):
            yield model_base(base)
