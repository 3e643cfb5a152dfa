"""SQLAlchemy 1.4 and 2, Flask-SQLAlchemy, SQLModel: tables, relationships, queries, sessions."""

from collections.abc import Iterator

from analyzer.dialects.sqlalchemy.events import row_events
from analyzer.dialects.sqlalchemy.examples import EXAMPLES
from analyzer.dialects.sqlalchemy.queries import KNOWLEDGE, MODEL_BASES, queries, transactions
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
        yield from (base for base in MODEL_BASES if base.base in page.origins or base.base in page.bases)
    if own or "__tablename__" in page.text or HANDLES.intersection(page.aliases):
        yield from tables(page)
    yield from queries(page, own=own)
    yield from transactions(page)


SQLALCHEMY = Dialect("sqlalchemy", (), read, EXAMPLES)
