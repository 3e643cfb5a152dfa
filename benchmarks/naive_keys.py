"""Counts foreign keys without the analyzer: by replaying Django migrations, or from SQLAlchemy's own declarations.

Deliberately simple and written apart from the analyzer's reading code, so that the two can be held against each other.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

RELATIONS = {"ForeignKey": "foreign_key", "OneToOneField": "one_to_one", "ManyToManyField": "many_to_many"}


class Key(NamedTuple):
    """One relation field: which class or table has it, its name, its kind, and what it points at."""

    app: str
    model: str
    field: str
    kind: str
    target_app: str
    target: str


def django_keys(root: Path) -> list[Key]:
    """The relation fields that are left after replaying all migrations, file by file, in the order of their names."""
    user = _user_model(root)
    fields: dict[tuple[str, str], dict[str, tuple[str, str, str]]] = {}
    renamed: dict[tuple[str, str], tuple[str, str]] = {}
    for folder in sorted({path.parent for path in root.rglob("migrations/[0-9]*.py")}):
        app = folder.parent.name
        for call in _operations(folder):
            _replay(call, app, user, fields, renamed)
    found = []
    for (app, model), own in fields.items():
        for name, (kind, target_app, target) in own.items():
            end = (target_app, target)
            while end in renamed and renamed[end] != end:
                end = renamed[end]
            found.append(Key(app, model, name, kind, *end))
    return sorted(found)


def _user_model(root: Path) -> tuple[str, str]:
    for path in sorted(root.rglob("*.py")):
        found = re.search(r"AUTH_USER_MODEL\s*=\s*[\"'](\w+)\.(\w+)[\"']", path.read_text("utf-8", "replace"))
        if found:
            return found[1].lower(), found[2].lower()
    return "auth", "user"


def _operations(folder: Path) -> Iterator[ast.Call]:
    trees = {path: ast.parse(path.read_text("utf-8", "replace")) for path in sorted(folder.glob("[0-9]*.py"))}
    names = {path.stem for path in trees}
    for tree in trees.values():
        replaced = {name for name in _strings(_assigned(tree, "replaces")) if name in names}
        if replaced:
            continue  # a squashed migration whose originals are still there
        operations = _assigned(tree, "operations")
        yield from _flat(operations.elts if isinstance(operations, ast.List) else [])


def _flat(items: list[ast.expr]) -> Iterator[ast.Call]:
    for item in items:
        if isinstance(item, ast.Call):
            nested = _keyword(item, "state_operations")
            if isinstance(nested, ast.List):
                yield from _flat(nested.elts)
            else:
                yield item


def _assigned(tree: ast.Module, name: str) -> ast.expr | None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            return node.value
    return None


def _strings(node: ast.expr | None) -> list[str]:
    return (
        [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if node
        else []
    )


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _keyword(call: ast.Call, name: str, position: int | None = None) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[position] if position is not None and position < len(call.args) else None


def _text(call: ast.Call, name: str, position: int) -> str:
    value = _keyword(call, name, position)
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""


def _replay(
    call: ast.Call,
    app: str,
    user: tuple[str, str],
    fields: dict[tuple[str, str], dict[str, tuple[str, str, str]]],
    renamed: dict[tuple[str, str], tuple[str, str]],
) -> None:
    what = _called(call)
    if what == "CreateModel":
        model = _text(call, "name", 0).lower()
        listed = _keyword(call, "fields", 1)
        own = fields.setdefault((app, model), {})
        for pair in listed.elts if isinstance(listed, ast.List | ast.Tuple) else []:
            if isinstance(pair, ast.Tuple) and isinstance(pair.elts[0], ast.Constant):
                _put(own, str(pair.elts[0].value), pair.elts[1], app, user)
    elif what == "DeleteModel":
        fields.pop((app, _text(call, "name", 0).lower()), None)
    elif what == "RenameModel":
        old, new = _text(call, "old_name", 0).lower(), _text(call, "new_name", 1).lower()
        fields[app, new] = fields.pop((app, old), {})
        renamed[app, old] = (app, new)
        renamed.pop((app, new), None)
    elif what in ("AddField", "AlterField", "RemoveField", "RenameField"):
        own = fields.setdefault((app, _text(call, "model_name", 0).lower()), {})
        if what == "RenameField":
            old, new = _text(call, "old_name", 1), _text(call, "new_name", 2)
            if old in own:
                own[new] = own.pop(old)
            return
        name = _text(call, "name", 1)
        own.pop(name, None)
        if what != "RemoveField":
            _put(own, name, _keyword(call, "field", 2), app, user)


def _put(
    own: dict[str, tuple[str, str, str]], name: str, value: ast.expr | None, app: str, user: tuple[str, str]
) -> None:
    if not isinstance(value, ast.Call):
        return
    what = _called(value)
    kind = next((RELATIONS[one] for one in RELATIONS if what.endswith(one)), "")
    if not kind or what.startswith("Generic"):
        return
    to = _keyword(value, "to", 0)
    if isinstance(to, ast.Constant) and isinstance(to.value, str):
        target_app, _, target = to.value.lower().rpartition(".")
        own[name] = (kind, target_app or app, target)
    elif isinstance(to, ast.Attribute) and to.attr == "AUTH_USER_MODEL":
        own[name] = (kind, *user)
    elif to is not None:
        own[name] = (kind, "", ast.unparse(to).lower())  # another setting: not followed here


def sqlalchemy_keys(root: Path) -> list[Key]:
    """``ForeignKey("table.column")`` inside a class with a ``__tablename__`` or inside ``Table("name", ...)``."""
    found = []
    for path in sorted(path for path in root.rglob("*.py") if "migrations" not in path.parts):
        try:
            tree = ast.parse(path.read_text("utf-8", "replace"))
        except SyntaxError:
            continue
        for table, body in _tables(tree):
            for column, call in _columns(body):
                target = _text(call, "column", 0)
                if "." in target:
                    found.append(Key("", table, column, "foreign_key", "", target.rsplit(".", 1)[0].lower()))
    return sorted(set(found))


def _tables(tree: ast.Module) -> Iterator[tuple[str, list[ast.stmt] | list[ast.expr]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for one in node.body:
                if isinstance(one, ast.Assign) and getattr(one.targets[0], "id", "") == "__tablename__":
                    yield "".join(_strings(one.value)[:1]).lower(), node.body
        elif isinstance(node, ast.Call) and _called(node) == "Table" and node.args:
            name = node.args[0]
            if isinstance(name, ast.Constant):
                yield str(name.value).lower(), node.args[1:]


def _columns(body: list[ast.stmt] | list[ast.expr]) -> Iterator[tuple[str, ast.Call]]:
    for item in body:
        name = ""
        if isinstance(item, ast.Assign):
            name = getattr(item.targets[0], "id", "")
        elif isinstance(item, ast.AnnAssign):
            name = getattr(item.target, "id", "")
        elif isinstance(item, ast.Call) and item.args and isinstance(item.args[0], ast.Constant):
            name = str(item.args[0].value)
        for node in ast.walk(item) if name else []:
            if isinstance(node, ast.Call) and _called(node) == "ForeignKey":
                yield name, node
