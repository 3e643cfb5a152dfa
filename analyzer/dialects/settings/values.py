"""Settings modules and configuration classes: what they set, and the code their strings name."""

import ast
import re
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact, SettingFact
from analyzer.model.page import Page
from analyzer.model.syntax import class_assignments, entries, items, target_name, text

HOMES = frozenset({"settings", "config", "conf", "configuration", "settings_base", "default_settings", "celeryconfig"})
"""Module and package names that hold settings; any other module counts when it sets one of ``SIGNS``."""

SIGNS = frozenset({"INSTALLED_APPS", "MIDDLEWARE", "DATABASES", "SQLALCHEMY_DATABASE_URI", "AUTH_USER_MODEL"})
SECRET = re.compile(
    r"SECRET|PASSW|TOKEN|PRIVATE|CREDENTIAL|API_?KEY|SIGNING|(?:^|_)(?:KEY|SALT|DSN|PASS|PW|PIN)(?:$|_)"
)
_INNER_SECRET = re.compile(
    r"((?:SECRET|PASSW|TOKEN|PRIVATE|CREDENTIAL|API_?KEY|SIGNING|_KEY)\w*['\"]?\s*[:=,]\s*)(['\"]).*?(?:\2|$)",
    re.IGNORECASE,
)
_USER_INFORMATION = re.compile(r"(\w+://)[^/@\s'\"]+@")
_CODE = re.compile(r"[A-Za-z_]\w*(?:[.:][A-Za-z_]\w*)+")
MASK = "'***'"
LONGEST = 200  # characters of a value kept: enough for people to recognise it
MOST_STRINGS = 400  # strings looked at inside one value; the longest list of applications we met has 120


def settings(page: Page) -> Iterator[FrameworkFact]:
    """Each setting with its value, secrets masked."""
    steps = set(page.module.split("."))
    bound = [spot for spot, target in page.assignments_to(ast.Name) if spot.scope == 0 and target.id.isupper()]
    named = [spot for spot in bound if target_name(spot.node)]
    if not steps.intersection(HOMES) and not any(target_name(spot.node) in SIGNS for spot in named):
        return
    for spot in named:
        if spot.node.value is not None:
            yield _setting(page, target_name(spot.node), spot.node.value, spot.node.lineno)
    for found in page.classes:
        if "onfig" in found.node.name or "ettings" in found.node.name:
            for name, value, line in class_assignments(found.node):
                if name.isupper():
                    yield _setting(page, name, value, line)


def _setting(page: Page, name: str, value: ast.expr, line: int) -> SettingFact:
    literal = text(value)
    if SECRET.search(name):
        return SettingFact(name, MASK, line)
    return SettingFact(name, masked(page.source_text(value)), line, tuple(_code(value)), masked(literal))


def masked(shown: str) -> str:
    """The text on one line, passwords in addresses and under telling keys taken out, cut to a readable length."""
    joined = " ".join(shown[: 2 * LONGEST].split())
    if ":" in joined or "=" in joined or "," in joined:  # without one of these there is neither a key nor an address
        joined = _USER_INFORMATION.sub(r"\1***@", _INNER_SECRET.sub(r"\1'***'", joined))
    return joined[:LONGEST]


def _code(value: ast.expr) -> Iterator[str]:
    """The strings in a value that could name code ("a.b.C"), in order; inside secret keys nothing is looked at."""
    waiting: list[ast.AST] = [value]
    seen = 0
    while waiting and seen < MOST_STRINGS:
        node = waiting.pop()
        seen += 1
        found = text(node)
        if found and _CODE.fullmatch(found):
            yield found
        if isinstance(node, ast.Dict | ast.Call):
            waiting.extend(reversed([part for key, part in entries(node) if not SECRET.search(key.upper())]))
        elif isinstance(node, ast.BinOp):
            waiting.extend([node.right, node.left])
        waiting.extend(reversed(items(node)))
