"""Settings read by their name in quotes: variables of the environment, keys of an application's configuration."""

import ast
from collections.abc import Iterator

from analyzer.dialects.settings.values import MASK, SECRET, masked
from analyzer.model.framework import FrameworkFact, SettingUse
from analyzer.model.page import Page
from analyzer.model.syntax import argument, last_name, receiver, text

APPLICATIONS = frozenset({"app", "current_app", "application"})
CALLS = ("getenv", "get")
ENVIRONMENT = "os.environ"


def reads(page: Page) -> Iterator[FrameworkFact]:
    """Each ``os.environ["NAME"]``, ``os.getenv("NAME")``, ``app.config["NAME"]``, ``app.config.get("NAME")``."""
    if "environ" not in page.text and "config" not in page.text and "getenv" not in page.text:
        return
    for node in page.subscripts:
        if isinstance(node.ctx, ast.Load) and _holds(page, node.value):
            name = text(node.slice)
            if name.isupper():
                yield SettingUse(page.scope_of(node), name, node.lineno)
    for call in page.calls_of(CALLS):
        name = text(argument(call.node, 0))
        if not name.isupper():
            continue
        holder = receiver(call.node)
        asked = last_name(holder) == "os" if last_name(call.node.func) == "getenv" else _holds(page, holder)
        if asked:
            default = page.shown(argument(call.node, 1, "default"))
            shown = MASK if default and SECRET.search(name) else masked(default)
            yield SettingUse(call.scope, name, call.node.lineno, shown)


def _holds(page: Page, node: ast.expr | None) -> bool:
    """The environment of the process (a web server's has the same name), or the configuration of an application."""
    name = last_name(node)
    if name == "config":
        return isinstance(node, ast.Attribute) and last_name(node.value) in APPLICATIONS
    if isinstance(node, ast.Name):
        return page.aliases.get(name) == ENVIRONMENT
    return name == "environ" and page.dotted(node) == ENVIRONMENT
