"""Foreign keys, one-to-one and many-to-many fields, generic relations: what a model points at."""

import ast
from typing import Literal

from analyzer.dialects.django.knowledge import LABEL
from analyzer.model.page import Page
from analyzer.model.storage import ColumnFact, RelationFact
from analyzer.model.syntax import argument, dotted_text, is_true, keyword, last_name, text

Kind = Literal["foreign_key", "one_to_one", "many_to_many", "generic"]

_REVERSE: dict[Kind, str] = {
    "foreign_key": "{class}_set",
    "many_to_many": "{class}_set",
    "one_to_one": "{class}",
    "generic": "",
}


def relation(page: Page, scope: int, name: str, call: ast.Call) -> RelationFact | None:
    """The relation that the class attribute ``name`` declares, None when its value is no relation."""
    kind = _kind(call)
    if kind is None:
        return None
    is_key = kind in {"foreign_key", "one_to_one"}
    target = None if last_name(call.func) == "GenericForeignKey" else argument(call, 0, "to")
    through = argument(call, 3, "through") if kind == "many_to_many" else None
    on_delete = argument(call, 1, "on_delete") if is_key else None
    return RelationFact(
        scope=scope,
        field=name,
        kind=kind,
        label=LABEL,
        line=call.lineno,
        target=0 if text(target) else page.expression(target),
        target_text=text(target),
        setting=_setting(target),
        on_delete=last_name(on_delete.func if isinstance(on_delete, ast.Call) else on_delete),
        related_name=text(keyword(call, "related_name")),
        reverse_default=_REVERSE[kind],
        through=0 if text(through) else page.expression(through),
        through_text=text(through),
        is_collection=kind == "many_to_many" or last_name(call.func) == "GenericRelation",
        column=last_name(call.func) != "GenericRelation",
    )


def key_column(name: str, call: ast.Call) -> ColumnFact | None:
    """The column that holds a foreign key; None for relations that are kept elsewhere."""
    kind = _kind(call)
    if kind not in {"foreign_key", "one_to_one"}:
        return None
    is_key = is_true(keyword(call, "primary_key"))
    target = argument(call, 0, "to")
    return ColumnFact(
        name=text(keyword(call, "db_column")) or f"{name}_id",
        type="integer",
        line=call.lineno,
        nullable=is_true(keyword(call, "null")),
        primary_key=is_key,
        unique=is_key or kind == "one_to_one" or is_true(keyword(call, "unique")),
        has_default=keyword(call, "default") is not None,
        references=text(target) or dotted_text(target),
    )


def _kind(call: ast.Call) -> Kind | None:
    field = last_name(call.func)
    if field in {"GenericForeignKey", "GenericRelation"}:
        return "generic"
    if "ManyToMany" in field:
        return "many_to_many"
    if "OneToOne" in field:
        return "one_to_one"
    if field.endswith("ForeignKey") or (field.endswith("Key") and keyword(call, "on_delete") is not None):
        return "foreign_key"
    return None


def _setting(target: ast.expr | None) -> str:
    """The setting that names the target: ``settings.AUTH_USER_MODEL``, ``get_user_model()``."""
    if isinstance(target, ast.Call) and last_name(target.func) == "get_user_model":
        return "AUTH_USER_MODEL"
    if isinstance(target, ast.Attribute) and target.attr.isupper() and "settings" in last_name(target.value).lower():
        return target.attr
    name = last_name(target)
    return name if name.isupper() and name.endswith("USER_MODEL") else ""
