"""Settings: what a settings module sets, the code it names, who asks for which setting; app labels."""

import ast
import bisect
from collections.abc import Iterator

from analyzer.dialects.django.knowledge import LABEL
from analyzer.model.framework import EntryPoint, FrameworkFact, NamedCode, SettingUse
from analyzer.model.page import Page, Spot
from analyzer.model.storage import TablePrefix
from analyzer.model.syntax import argument, class_values, keyword, last_name, receiver, text

SETTINGS = "django.conf.settings"
LIBRARY_DECORATORS = frozenset({"filter", "tag", "simple_tag", "inclusion_tag", "simple_block_tag", "assignment_tag"})
LOADERS = frozenset(
    {
        "import_string",
        "import_by_path",
        "get_model",
        "import_from_settings",
        "load_backend",
        "get_class",
        "import_class",
    }
)


def settings(page: Page) -> Iterator[FrameworkFact]:
    """Uses of settings, app labels, code loaded by name, template tags."""
    yield from _uses(page)
    for spot in page.classes:
        values = class_values(spot.node)
        if any("AppConfig" in last_name(base) for base in spot.node.bases):
            package = text(values.get("name")) or page.module.rpartition(".")[0]
            if text(values.get("label")):
                yield TablePrefix(package, text(values["label"]), LABEL, spot.node.lineno)
    for call in page.calls_of(LOADERS):
        yield from _loaded(page, call)
    for decoration in page.decorations_of(LIBRARY_DECORATORS):
        holder = decoration.source.value if isinstance(decoration.source, ast.Attribute) else None
        if "register" in last_name(holder):
            node = decoration.function.node
            yield EntryPoint(page.body(node), LABEL, node.lineno, page.expression(node), "template tag")
    for call in page.calls_of(LIBRARY_DECORATORS) if "Library" in page.called else ():
        given = call.node.args[-1:]
        if last_name(receiver(call.node)) == "register" and given and isinstance(given[0], ast.Name | ast.Attribute):
            yield EntryPoint(call.scope, LABEL, call.node.lineno, page.expression(given[0]), "template tag")


def _loaded(page: Page, spot: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    """``import_string("a.b.C")``, ``get_model("app", "Model")``, ``get_model("app.Model")``."""
    call, value = spot.node, page.expression(spot.node)
    first = text(argument(call, 0, "app_label")) or text(keyword(call, "dotted_path"))
    second = text(argument(call, 1, "model_name"))
    if first and second:
        yield NamedCode(spot.scope, f"{first}.{second}", call.lineno, value=value)
    elif "." in first:
        yield NamedCode(spot.scope, first, call.lineno, value=value)


def _uses(page: Page) -> Iterator[FrameworkFact]:
    """Each ``settings.NAME`` and ``getattr(settings, "NAME", ...)``."""
    names = {name for name, origin in page.aliases.items() if origin == SETTINGS}
    if not names:
        return
    firsts = [scope.first for scope in page.scopes]
    order = sorted(range(len(firsts)), key=firsts.__getitem__)
    starts = [firsts[index] for index in order]
    for node, index in page.indexes.items():
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
            scope = order[bisect.bisect_right(starts, index) - 1]
            yield SettingUse(max(scope, 0), node.attr, node.lineno)
    for call in page.calls_of(("getattr",)):
        if last_name(argument(call.node, 0)) in names:
            yield SettingUse(call.scope, text(argument(call.node, 1)), call.node.lineno)
