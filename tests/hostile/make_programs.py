"""Writes ``programs.json.gz``: valid programs that hypothesmith makes up. Too slow for a test run, so made beforehand.

``python tests/hostile/make_programs.py [COUNT]``, with hypothesmith installed (it is licensed under the MPL 2.0; its
output is not covered by that, and no part of it is kept here).
"""

import gzip
import json
import sys
import warnings
from pathlib import Path

PROGRAMS = Path(__file__).with_name("programs.json.gz")
_LONGEST = 2_000  # characters; longer ones add no new shapes


def programs(count: int) -> list[str]:
    """Distinct programs, sorted; half of them from the grammar, half from syntax trees."""
    from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: PLC0415 - see below
    from hypothesmith import from_grammar, from_node  # noqa: PLC0415 - not among the project's own dependencies

    found: set[str] = set()

    def collect(strategy: object, until: int, start: int) -> None:
        @seed(start)
        @settings(max_examples=until, database=None, deadline=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(strategy)  # type: ignore[arg-type]
        def take(program: str) -> None:
            if 3 < len(program) <= _LONGEST and len(found) < count:
                found.add(program)

        take()

    for start in range(100):
        if len(found) >= count:
            break
        collect(from_node(), 25, start)
        collect(from_grammar(), 25, start)
    return sorted(found)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    text = json.dumps(programs(int(sys.argv[1]) if len(sys.argv) > 1 else 500), ensure_ascii=True, indent=0)
    PROGRAMS.write_bytes(gzip.compress(text.encode("ascii"), 9, mtime=0))
