"""Calls out of a table: ``caller,callee`` and, where somebody counted, ``count``."""

import csv
import io
from collections import Counter

from analyzer.errors import InvalidSettings
from analyzer.observe.traces.whereabouts import Whereabouts

MOST = 1_000_000_000  # calls in one row: more is a mistake of whoever counted


def read_calls(text: str, path: str, where: Whereabouts) -> Counter[tuple[str, str]]:
    """(file of the caller, file of the called) -> calls; ends are paths or dotted names, with what is inside or not.

    Raises ``InvalidSettings`` for a text without the two columns. Rows about other code are left aside.
    """
    rows = csv.DictReader(io.StringIO(text, newline=""))
    calls: Counter[tuple[str, str]] = Counter()
    try:
        if not {"caller", "callee"} <= set(rows.fieldnames or ()):
            raise InvalidSettings(
                f"The trace {path} is in no known form: OpenTelemetry spans in JSON, coverage.py's data with contexts, "
                "or CSV with the columns caller and callee."
            )
        for row in rows:
            caller, callee = where.find(row["caller"] or ""), where.find(row["callee"] or "")
            if caller and callee and caller != callee:
                calls[caller, callee] += _count(row.get("count"))
    except csv.Error as error:
        raise InvalidSettings(f"The trace {path} is no valid CSV: {error}.") from error
    return calls


def _count(text: str | None) -> int:
    return min(int(text), MOST) if text and text.isascii() and text.isdigit() and len(text) < 12 else 1  # noqa: PLR2004 - digits
