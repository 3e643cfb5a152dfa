"""What is kept between runs: facts of single files, and whole answers; each in a file with one table of its own."""

from typing import NamedTuple


class Shelf(NamedTuple):
    """A file of the cache: its one table, how entries are taken, found and kept, and how many bytes it may have."""

    file: str
    table: str
    take: str
    find: str
    keep: str
    most_bytes: int
    make_room: str = ""  # lets go of the oldest entries; without it, a fuller file starts anew


FACTS = Shelf(
    file="facts.sqlite3",
    table="CREATE TABLE facts (key BLOB PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID",
    take="SELECT sealed FROM facts WHERE key = ?",
    find="SELECT 1 FROM facts WHERE key = ?",
    keep="INSERT OR REPLACE INTO facts VALUES (?, ?)",
    most_bytes=2_000_000_000,  # facts of some twenty million lines
)

# Rows are numbered as they come, so that the largest numbers are the newest answers. The sum runs over the answers
# from the newest on: from where it passes the bound, everything older goes.
ANSWERS = Shelf(
    file="answers.sqlite3",
    table="CREATE TABLE answers (key BLOB PRIMARY KEY, sealed BLOB NOT NULL)",
    take="SELECT sealed FROM answers WHERE key = ?",
    find="SELECT 1 FROM answers WHERE key = ?",
    keep="INSERT OR REPLACE INTO answers VALUES (?, ?)",
    most_bytes=500_000_000,  # reports of some thirty codebases of a hundred thousand lines
    make_room="DELETE FROM answers WHERE rowid IN (SELECT number FROM (SELECT rowid AS number, "
    "SUM(LENGTH(sealed)) OVER (ORDER BY rowid DESC) AS bytes FROM answers) WHERE bytes > ?)",
)
