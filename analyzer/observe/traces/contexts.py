"""Files that ran in the same contexts, out of coverage.py's data with contexts: its database or its JSON report."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing

from analyzer.errors import InvalidSettings
from analyzer.observe.traces.documents import Document
from analyzer.observe.traces.whereabouts import Whereabouts

MAGIC = b"SQLite format 3\0"
ROWS = 5_000_000  # file and context; a suite of 10,000 tests over 500 files each
STEPS = 2_000  # of a thousand instructions each of the database engine; a reading of ROWS takes a tenth

_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_QUERY = (
    "SELECT DISTINCT file.path, context.context FROM {lines} AS ran "
    "JOIN file ON file.id = ran.file_id JOIN context ON context.id = ran.context_id "
    "WHERE context.context <> '' LIMIT ?"
)

Contexts = dict[str, set[str]]


def read_contexts_database(data: bytes, path: str, where: Whereabouts) -> Contexts:
    """Context -> files, of a ``.coverage`` file; what ran outside any context says nothing.

    The database is a stranger's: it is opened in memory from its bytes, only reading is allowed, and a query that
    does not end is ended. Raises ``InvalidSettings`` for a database that is not coverage.py's, or damaged.
    """
    found: Contexts = defaultdict(set)
    files: dict[str, str] = {}
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(data)
            _guard(database)
            for lines in ("line_bits", "arc"):
                for file, context in database.execute(_QUERY.format(lines=lines), (ROWS,)):
                    ours = files.setdefault(str(file), "") or where.find(str(file))
                    files[str(file)] = ours
                    if ours:
                        found[str(context)].add(ours)
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
        raise InvalidSettings(f"The trace {path} is no data file of coverage.py, or it is damaged.") from error
    return dict(found)


def _guard(database: sqlite3.Connection) -> None:
    left = iter(range(STEPS))
    database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    database.set_progress_handler(lambda: next(left, None) is None, 100_000)


def read_contexts_report(found: Sequence[Document], where: Whereabouts) -> Contexts | None:
    """Context -> files, of ``coverage json --show-contexts``; None when the document is something else."""
    if len(found) != 1 or not isinstance(files := found[0].get("files"), dict):
        return None
    told: Contexts = defaultdict(set)
    for file, facts in files.items():
        lines = facts.get("contexts") if isinstance(facts, dict) else None
        ours = where.find(str(file)) if isinstance(lines, dict) else ""
        for contexts in lines.values() if ours and isinstance(lines, dict) else ():
            for context in contexts if isinstance(contexts, list) else ():
                if context and isinstance(context, str):
                    told[context].add(ours)
    return dict(told)
