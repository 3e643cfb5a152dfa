"""Relationships: object views of the keys between mapped classes, given as classes, by string or by lambda."""

import ast

from analyzer.dialects.sqlalchemy.columns import LABEL, foreign_key, is_column
from analyzer.model.page import Page
from analyzer.model.storage import RelationFact
from analyzer.model.syntax import argument, dotted_text, is_false, items, keyword, last_name, text

RELATIONSHIPS = frozenset({"relationship", "relation", "dynamic_loader", "Relationship"})

Attribute = tuple[str, ast.Call, ast.expr | None, int]
"""Name, call, annotation and line of something declared in a class body."""


def keys_of(attributes: list[Attribute]) -> dict[str, str]:
    """The foreign keys of a class: attribute name, and the table or class it points at in small letters."""
    found: dict[str, str] = {}
    for name, call, _, _ in attributes:
        key = foreign_key(call) if is_column(call) else None
        if key is not None:
            target = argument(key, 0, "column")
            found[name] = (text(target) or dotted_text(target)).rpartition(".")[0].rpartition(".")[2].lower()
    return found


def _holds_key(name: str, call: ast.Call, target: ast.expr | None, keys: dict[str, str]) -> bool:
    """Whether this side of a relationship holds the foreign key, and so leads to one row."""
    written = keyword(call, "foreign_keys")
    own = {last_name(given) for given in [written, *items(written)]}
    kind = (text(target) or dotted_text(target)).rpartition(".")[2].lower()
    same = {table.replace("_", "") for table in keys.values()} & {kind, f"{kind}s", f"{kind}es", f"{kind[:-1]}ies"}
    return f"{name}_id" in keys or not own.isdisjoint(keys) or bool(kind and same)


def relationship(page: Page, scope: int, attribute: Attribute, keys: dict[str, str]) -> RelationFact | None:
    """``relationship("Order", back_populates=...)``: an object view of a key declared here or on the other side."""
    name, call, annotation, line = attribute
    if last_name(call.func) not in RELATIONSHIPS:
        return None
    target = argument(call, 0, "argument")
    if isinstance(target, ast.Lambda):
        target = target.body
    secondary = argument(call, 1, "secondary")
    inner, many = _pointed(annotation)
    target = target if target is not None else inner
    back = keyword(call, "backref")
    related = text(back) or (text(argument(back, 0)) if isinstance(back, ast.Call) else "")
    return RelationFact(
        scope,
        name,
        "many_to_many" if secondary is not None else "foreign_key",
        LABEL,
        line,
        target=0 if text(target) else page.expression(target),
        target_text=text(target),
        related_name=related or "+",
        through=0 if text(secondary) else page.expression(secondary),
        through_text=text(secondary),
        is_collection=not is_false(keyword(call, "uselist"))
        and (many or (inner is None and (secondary is not None or not _holds_key(name, call, target, keys)))),
        column=secondary is not None,
    )


def _pointed(annotation: ast.expr | None) -> tuple[ast.expr | None, bool]:
    """The class in ``Mapped[List["Address"]]`` and whether it is a collection."""
    many = False
    while isinstance(annotation, ast.Subscript):
        many = many or last_name(annotation.value).lower() in {"list", "set", "sequence", "dynamicmapped"}
        annotation = annotation.slice
    if isinstance(annotation, ast.BinOp):
        annotation = annotation.left
    return annotation, many
