"""SQLAlchemy 1.4 and 2, Flask-SQLAlchemy, SQLModel: tables, relationships, queries, sessions."""

from collections.abc import Iterator

from analyzer.dialects.sqlalchemy.events import row_events
from analyzer.dialects.sqlalchemy.examples import EXAMPLES
from analyzer.dialects.sqlalchemy.queries import KNOWLEDGE, MODEL_BASES, RESULTS, queries, transactions
from analyzer.dialects.sqlalchemy.tables import tables
from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Dialect, Page

HANDLES = frozenset({"db", "sa", "orm", "Base"})
"""Names under which files that do not import SQLAlchemy get it from elsewhere in the codebase."""


def read(page: Page) -> Iterator[FrameworkFact]:
    """Everything a file says in SQLAlchemy's words; files of other mappers with the same words are left to them."""
    own = page.imports_from("sqlalchemy", "sqlmodel", "flask_sqlalchemy")
    if page.imports_from("django") and not own:
        return
    if own:
        yield from KNOWLEDGE
        yield from row_events(page)
        yield from (known for known in RESULTS if _is_meant(page, known.name))
        yield from (base for base in MODEL_BASES if _is_named(page, base.base))
    if own or "__tablename__" in page.text or HANDLES.intersection(page.aliases):
        yield from tables(page)
    yield from queries(page, own=own)
    yield from transactions(page)


def _is_meant(page: Page, name: str) -> bool:
    """Whether the file calls a method, imports a function, or names the session that has the method."""
    home, _, last = name.rpartition(".")
    if not home:
        return last in page.called
    if last == "select":
        return any(page.dotted(spot.node.func) == name for spot in page.calls_of((last,)))
    return home.removesuffix(".session") in page.origins


def _is_named(page: Page, base: str) -> bool:
    """Whether the file names a base, or imports the extension that makes it (``SQLAlchemy().Model``)."""
    return base in page.origins or base in page.bases or base.removesuffix(".Model") in page.origins


SQLALCHEMY = Dialect("sqlalchemy", (), read, EXAMPLES)
