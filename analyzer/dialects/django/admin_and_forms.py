"""Classes that stand for a model in front of people: admin pages, forms, class-based views, filters, tables."""

import ast
from collections.abc import Iterator

from analyzer.dialects.django.knowledge import LABEL
from analyzer.model.framework import EntryPoint, FrameworkFact, Shown
from analyzer.model.page import Page
from analyzer.model.storage import Access, TableUse
from analyzer.model.syntax import argument, class_values, inner_class, items, last_name, receiver, text

READERS = ("List", "Detail", "Archive", "Table", "Filter", "ReadOnly", "Search", "Index", "Feed", "Sitemap")
"""Words in the names of base classes that only show what a model holds."""

ELSEWHERE = ("Serializer", "ViewSet", "APIView")
"""Words in the names of base classes that another dialect reads."""


def admin_and_forms(page: Page) -> Iterator[FrameworkFact]:
    """Registrations, and the tables that declared classes read or write by naming their model."""
    for spot in page.classes:
        yield from _declared(page, spot.node)
        for decorator in spot.node.decorator_list:
            if isinstance(decorator, ast.Call) and page.dotted(decorator.func).endswith("admin.register"):
                yield EntryPoint(page.body(spot.node), LABEL, spot.node.lineno, page.expression(spot.node), "admin")
                yield from _models(page, page.body(spot.node), decorator.args, spot.node.lineno)
                for model in decorator.args:
                    yield Shown(page.expression(spot.node), page.expression(model), spot.node.lineno)
    for call in page.calls_of(("register",)):
        if last_name(receiver(call.node)).endswith("site"):
            given = argument(call.node, 0, "model_or_iterable")
            admin = argument(call.node, 1, "admin_class")
            if given is not None:
                yield EntryPoint(call.scope, LABEL, call.node.lineno, page.expression(admin), "admin")
                yield from _models(page, call.scope, items(given) or [given], call.node.lineno)
                for model in (items(given) or [given]) if admin is not None else ():
                    yield Shown(page.expression(admin), page.expression(model), call.node.lineno)


def _models(page: Page, scope: int, models: list[ast.expr], line: int) -> Iterator[TableUse]:
    for model in models:
        yield TableUse(scope, page.expression(model), "write", "admin", line)


def _declared(page: Page, node: ast.ClassDef) -> Iterator[FrameworkFact]:
    """``model = Order`` in a view, ``class Meta: model = Order`` in a form, ``queryset = ...``."""
    if not node.bases:
        return
    bases = " ".join(last_name(base) for base in node.bases)
    if any(word in bases for word in ELSEWHERE):
        return
    access: Access = "read" if any(word in bases for word in READERS) else "write"
    scope = page.body(node)
    meta = inner_class(node, "Meta")
    for place, values in ((scope, class_values(node)), (scope, class_values(meta) if meta is not None else {})):
        model = values.get("model")
        if model is not None and not text(model) and last_name(model)[:1].isupper():
            yield TableUse(place, page.expression(model), access, "form" if "Form" in bases else "view", model.lineno)
        shown = values.get("queryset")
        if isinstance(shown, ast.Call | ast.Attribute):
            yield TableUse(place, page.expression(shown), "read", "view", shown.lineno)
