"""A cache file: entries by key in SQLite, each sealed, so that nothing but our own entries is ever believed."""

import contextlib
import hmac
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from analyzer.engines.seal import SEAL_BYTES, seal, seal_key
from analyzer.engines.shelf import Shelf

_WAIT_SECONDS = 5.0  # for another run that writes; then we do without
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_ROWS_A_COMMIT = 500  # what a killed run may lose
Note = Callable[[str], None]


class Store:
    """An open cache; once it gives trouble it says so, and from then on holds and takes nothing."""

    def __init__(self, path: Path, shelf: Shelf, key: bytes, note: Note) -> None:
        self._path = path
        self._shelf = shelf
        self._connection: sqlite3.Connection | None = _connect_or_replace(path, shelf, note)
        self._key = key
        self._note = note
        self._waiting: list[tuple[bytes, bytes]] = []
        self._distrusted = False

    def get(self, key: bytes) -> bytes | None:
        """What was put under ``key``; None when there is nothing, or nothing to be trusted."""
        with self._careful():
            if self._connection is None:
                return None
            row = self._connection.execute(self._shelf.take, (key,)).fetchone()
            if row and isinstance(row[0], bytes):
                content = row[0][SEAL_BYTES:]
                if hmac.compare_digest(row[0][:SEAL_BYTES], seal(self._key, key, content)):
                    return content
            if row and not self._distrusted:
                self._distrusted = True
                self._note("The cache held entries that this tool did not write; they were replaced.")
        return None

    def holds(self, keys: Iterable[bytes]) -> bool:
        """Whether there is an entry under every one of the keys; what the entries are worth only ``get`` tells."""
        with self._careful():
            if self._connection is not None:
                connection = self._connection
                return all(connection.execute(self._shelf.find, (key,)).fetchone() for key in keys)
        return False

    def put(self, key: bytes, content: bytes) -> None:
        """Keep ``content``; written in batches."""
        self._waiting.append((key, seal(self._key, key, content) + content))
        if len(self._waiting) >= _ROWS_A_COMMIT:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        rows, self._waiting = self._waiting, []
        with self._careful():
            if self._connection and rows:
                with self._connection:
                    self._connection.executemany(self._shelf.keep, rows)
                    if self._shelf.make_room:
                        self._connection.execute(self._shelf.make_room, (self._shelf.most_bytes,))

    def close(self) -> None:
        """Write what is waiting and let go of the file."""
        self.flush()
        with self._careful():
            if self._connection:
                self._connection.close()
        self._connection = None

    @contextlib.contextmanager
    def _careful(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:  # busy, unreadable, full
            self._connection = None
            self._note(f"The cache could not be used ({error}); this run does without.")
        except sqlite3.DatabaseError as error:
            self._connection = None
            _remove(self._path)
            self._note(f"The cache was damaged ({error}); this run does without, the next one makes it anew.")


def open_store(folder: Path, shelf: Shelf, note: Note) -> Store | None:
    """The shelf's file in ``folder``, made anew when it is damaged; None, with a note, where there can be none."""
    path = folder / shelf.file
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        trouble = _untrusted(folder) or (_untrusted(path) if os.path.lexists(path) else "")
        if trouble:
            note(f"The cache is not used: {trouble}.")
            return None
        if path.exists() and path.stat().st_size > shelf.most_bytes and not shelf.make_room:
            _remove(path)
        return Store(path, shelf, seal_key(folder), note)
    except (OSError, sqlite3.Error) as error:
        note(f"The cache in {folder} is not used: {error}.")
        return None


def _connect_or_replace(path: Path, shelf: Shelf, note: Note) -> sqlite3.Connection:
    try:
        return _connect(path, shelf)
    except sqlite3.OperationalError:  # busy, unreadable, full: not a reason to throw anything away
        raise
    except sqlite3.DatabaseError:
        _remove(path)
        note(f"The cache file {path} was damaged or foreign and was made anew.")
        return _connect(path, shelf)


def _connect(path: Path, shelf: Shelf) -> sqlite3.Connection:
    """Connect, with patience: SQLite does not wait by itself while another run sets the journal mode."""
    deadline = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            return _prepare(path, shelf)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in _BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _prepare(path: Path, shelf: Shelf) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")  # a foreign file may hold triggers and views
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        schema = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        connection.text_factory = bytes  # a foreign entry may be text that is none
        if not schema:
            connection.execute(shelf.table.replace("TABLE", "TABLE IF NOT EXISTS", 1))
        elif schema != [(shelf.table,)]:
            raise sqlite3.DatabaseError("its tables are not ours")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _untrusted(path: Path) -> str:
    """Why a file or folder cannot be ours alone, else ""."""
    status = path.lstat()
    if not (stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode)):
        return f"{path} is a link or a special file"
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        return f"{path} belongs to another user"
    if status.st_mode & stat.S_IWOTH:
        return f"everybody may write to {path}"
    return ""
