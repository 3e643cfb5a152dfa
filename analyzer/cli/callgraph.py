"""``analyzer callgraph``: who calls whom, by dotted name, as JSON or as lines of text."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from analyzer.cli.guard import Status
from analyzer.cli.voice import clean, say, tell

if TYPE_CHECKING:
    from analyzer.model.resolution import Resolution
    from analyzer.model.source import Source

EXAMPLES = """\b
Examples:
  analyzer callgraph src
  analyzer callgraph src --format json > calls.json
"""


@click.command("callgraph", epilog=EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the graph.")
def command(path: Path, form: Literal["text", "json"]) -> int:
    """Print the call graph of the code in PATH: every function with what it calls.

    Names are counted from PATH itself. Builtins are written <builtin>.name, lambdas <lambda1>, <lambda2>, ... in
    the order of the source; what is not in PATH is written by the name it is imported by.
    """
    from analyzer.discover import discover, load  # noqa: PLC0415 - the analysis is slow to import, --help must not be
    from analyzer.engines import examine  # noqa: PLC0415
    from analyzer.read import read  # noqa: PLC0415
    from analyzer.resolve import resolve  # noqa: PLC0415
    from analyzer.settings import Settings  # noqa: PLC0415

    found = discover(path, Settings())
    sources = [counted_from_folder(source) for source in found.sources]
    facts = list(examine(found.root, sources, (load, read), Settings()))
    package = found.root.name if any(source.path == "__init__.py" for source in sources) else ""
    graph = call_graph(resolve(facts, package=package))
    if form == "json":
        for line in json.dumps(graph, indent=2).split("\n"):
            say(line)
    else:
        for caller, callees in graph.items():
            for line in (caller, *(f"  {callee}" for callee in callees)):
                say(line)
    problems = [problem for one in facts for problem in one.problems if problem.severity == "loss"]
    for problem in problems:
        tell(clean(f"{problem.file}:{problem.line}: {problem.what} {problem.handled}"))
    return Status.INCOMPLETE if problems else Status.WHOLE


def counted_from_folder(source: "Source") -> "Source":
    """The same file, its dotted name counted from the given folder."""
    from msgspec.structs import replace  # noqa: PLC0415 - see above

    steps = source.path.removesuffix(".py").split("/")
    if steps[-1] == "__init__":
        steps = steps[:-1]
    module = ".".join(steps)
    return replace(source, module=module, root=".", is_package=source.path.endswith("__init__.py"))


def call_graph(resolution: "Resolution") -> dict[str, list[str]]:
    """Caller to sorted callees; every function, module and callee is a key."""
    graph: dict[str, set[str]] = {name: set() for name in resolution.functions if name}
    for call in resolution.calls:
        graph.setdefault(call.caller, set()).add(call.callee)
        graph.setdefault(call.callee, set())
    return {caller: sorted(graph[caller]) for caller in sorted(graph)}
