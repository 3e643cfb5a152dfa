"""Says which files this Python's own parser refuses: a second opinion on a report's list of lost files.

``python benchmarks/parses.py FOLDER < names`` prints the refused names; both are JSON lists.
"""

import ast
import json
import sys
import warnings
from pathlib import Path

_DEEP = 50_000  # the reader, too, lets the parser go deeper than Python's usual thousand calls


def refused(path: Path) -> bool:
    """Whether the parser says no to the file."""
    try:
        ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError, LookupError):
        return True
    return False


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(_DEEP)
    root = Path(sys.argv[1])
    json.dump([name for name in json.load(sys.stdin) if refused(root / name)], sys.stdout)
