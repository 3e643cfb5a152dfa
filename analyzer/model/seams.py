"""Everything that some cut of a codebase could sever, whichever cut it is: from this a report counts breaks again."""

from typing import Any

import pandas as pd
from msgspec import Struct

PAIR_COLUMNS = {
    "kind": "str",  # that of the break; of accesses to tables "read" or "write"
    "source": "str",
    "target": "str",
    "counted": "str",  # of what there is one break for each service of ``source``
    "copied": "bool",  # whether each service that runs a copy of ``source`` does it, when nobody owns that
    "place": "int64",  # which of ``doubts`` decides whether the pair is believed; -1: it is
}
UNLESS_COLUMNS = {"pair": "int64", "source": "str", "target": "str", "copied": "bool", "place": "int64"}
DOUBT_COLUMNS = {"place": "int64", "target": "str", "certainty": "float64"}
LEADING_COLUMNS = {"way": "str", "source": "str", "target": "str"}
CLAIM_COLUMNS = {"table": "str", "element": "str", "reads": "int64", "writes": "int64"}
TEST_COLUMNS = {"file": "str", "target": "str"}


def empty(columns: dict[str, Any]) -> pd.DataFrame:
    """No rows of these columns."""
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns.items()})


class Query(Struct, frozen=True):
    """Tables that a query reads or transactions write; ``element`` is "" where its code takes no part in a cut."""

    element: str
    tables: tuple[str, ...]


class Listener(Struct, frozen=True):
    """What hears an event (by its ``name``, from one ``sender`` or any, ""), and the code that publishes it."""

    element: str
    name: str
    sender: str
    publishers: tuple[str, ...]


class Held(Struct, frozen=True):
    """State of one process: what it is called, the variable that holds it ("" when kept under a key), and its users."""

    name: str
    element: str
    writers: tuple[str, ...]
    readers: tuple[str, ...]


class SettingUse(Struct, frozen=True):
    """A setting, the variables that hold it, and the code that reads it by its name."""

    name: str
    holders: tuple[str, ...]
    readers: tuple[str, ...]


class Written(Struct, frozen=True):
    """One place that writes a constant down, and how often which code uses it."""

    element: str
    file: str
    users: tuple[tuple[str, int], ...] = ()


class Seams(Struct, frozen=True, eq=False):
    """Rows by element key; a cut severs a pair when both ends are in services, and in two.

    ``unless``: other pairs that explain a pair when they are severed too. ``joined``: queries (by number) that do
    when they span services. ``leading``: what makes what run, by "call" (and decoration), "inherit" and "inside"; by
    it code that no service owns is followed to those who use it.
    """

    pairs: pd.DataFrame
    unless: pd.DataFrame
    doubts: pd.DataFrame
    joined: tuple[tuple[int, int], ...]
    queries: tuple[Query, ...]
    transactions: tuple[Query, ...]
    listeners: tuple[Listener, ...]
    states: tuple[Held, ...]
    checks: tuple[tuple[str, str], ...]
    settings: tuple[SettingUse, ...]
    copies: tuple[tuple[Written, ...], ...]
    leading: pd.DataFrame
    claims: pd.DataFrame
    tests: pd.DataFrame
