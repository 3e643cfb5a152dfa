"""Compare the static call links with the calls that a codebase's own tests really make.

    python benchmarks/traced_calls.py FOLDER [-- PYTEST ARGUMENTS]

Runs the tests of FOLDER (code you trust: unlike the analysis, this executes it) under ``sys.setprofile`` in a
process of its own, and prints

  recall     share of the observed caller-callee pairs, both ends in FOLDER, that the graph has
  confirmed  share of the graph's call links out of functions that ran whose target was seen called; a lower
             bound of precision, since tests do not reach every branch

Pairs through a frame outside FOLDER (a framework calling back) are not direct calls and are left out; so are
generators and coroutines, whose frames run when they are iterated and not where they are called.
"""

import argparse
import collections
import inspect
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from types import CodeType, FrameType

_NOT_A_CALL = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
_INLINE = re.compile(r"\.<locals>\.<(listcomp|genexpr|setcomp|dictcomp|lambda)>.*$")

Pair = tuple[str, str]


def record(folder: Path, output: Path, arguments: list[str]) -> int:
    """Run pytest in this process and write the observed pairs; the exit status is pytest's."""
    import threading  # noqa: PLC0415 - only the traced process needs these two

    import pytest  # noqa: PLC0415

    prefix = str(folder) + "/"
    seen: set[tuple[CodeType, CodeType]] = set()

    def observe(frame: FrameType, event: str, _argument: object) -> None:
        if event != "call" or frame.f_back is None:
            return
        caller, callee = frame.f_back.f_code, frame.f_code
        if callee.co_filename.startswith(prefix) and caller.co_filename.startswith(prefix):
            seen.add((caller, callee))

    threading.setprofile(observe)
    sys.setprofile(observe)
    status = pytest.main(["-q", "-p", "no:cacheprovider", str(folder), *arguments])
    sys.setprofile(None)
    pairs = {(key(a, prefix), key(b, prefix)) for a, b in seen if is_plain_function(b)}
    output.write_text(json.dumps(sorted(pairs)))
    return int(status)


def is_plain_function(code: CodeType) -> bool:
    """Whether a frame of ``code`` means that somebody called a function just there."""
    is_body = not code.co_flags & inspect.CO_OPTIMIZED
    return not is_body and not code.co_flags & _NOT_A_CALL and not code.co_name.startswith("<")


def key(code: CodeType, prefix: str) -> str:
    """The element key of a code object; comprehensions and lambdas count as the function around them."""
    name = _INLINE.sub("", code.co_qualname).replace("<locals>.", "")
    path = code.co_filename.removeprefix(prefix)
    return path if name.startswith("<") else f"{path}::{name}"


def static_pairs(folder: Path) -> set[Pair]:
    """The graph's call links as pairs of element keys; constructing a class also stands for its ``__init__``."""
    from analyzer.pipeline import graph_of  # noqa: PLC0415 - the traced process must not pay for it

    graph = graph_of(folder)
    calls = graph.links[graph.links["kind"].isin(["call", "decorate"])]  # applying a decorator calls it
    pairs = set(zip(calls["source"], calls["target"], strict=True))
    return pairs | {(source, f"{target}.__init__") for source, target in pairs}


def compare(observed: set[Pair], predicted: set[Pair]) -> dict[str, object]:
    """Recall and confirmation with counts, and the most frequent callees that were missed."""
    ran = {caller for caller, _ in observed} | {callee for _, callee in observed}
    called = {callee for _, callee in observed}
    checkable = {(a, b) for a, b in predicted if a in ran and not b.endswith(".__init__") and "::" in b}
    confirmed = {(a, b) for a, b in checkable if b in called or f"{b}.__init__" in called}
    missed = observed - predicted
    return {
        "observed": len(observed),
        "recall": round(len(observed & predicted) / len(observed), 3) if observed else None,
        "predicted_from_functions_that_ran": len(checkable),
        "confirmed": round(len(confirmed) / len(checkable), 3) if checkable else None,
        "missed": [f"{a} -> {b}" for a, b in sorted(missed)[:200]],
        "missed_by_callee": collections.Counter(b for _, b in missed).most_common(20),
    }


def main() -> int:
    """Record in a child process, then compare here."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("arguments", nargs="*", help="for pytest, after --")
    parser.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    folder = given.folder.resolve()
    if given.record:
        return record(folder, given.record, given.arguments)
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "pairs.json"
        command = [sys.executable, __file__, "--record", str(output), str(folder), *given.arguments]
        status = subprocess.run(command, cwd=folder, stdout=sys.stderr, check=False).returncode
        observed = {(a, b) for a, b in json.loads(output.read_text())}
    is_test = re.compile(r"(^|/)(tests?/|test_|conftest)")
    production = {(a, b) for a, b in observed if not is_test.search(a) and not is_test.search(b)}
    report = {"tests": "passed" if status == 0 else f"exit status {status}"}
    sys.stdout.write(json.dumps(report | compare(production, static_pairs(folder)), indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
