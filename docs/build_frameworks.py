# noqa: INP001  a script, not a package
"""Writes docs/frameworks.md from the dialects' own examples: ``python docs/build_frameworks.py``."""

from importlib import import_module
from pathlib import Path

from analyzer.dialects import DIALECTS
from analyzer.model.page import Dialect, Example

HEAD = """\
# What the analyzer recognises

Each section shows small pieces of code and every fact the analyzer reads in them. The page is made from the examples
that the dialects carry and that the tests check, so it cannot be out of date: `python docs/build_frameworks.py`.

How to read a fact: its kind, then its fields. `scope` is the function, class or module whose body contains the place;
`target`, `value`, `event`, `router` and the like are expressions, which are followed through imports, aliases and calls
later, when the whole codebase is known. Fields in square brackets are columns. `known_base`, `known_call` and
`collection_type` say that the file uses a class or function from outside whose behaviour the analyzer knows.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(_section(dialect) for dialect in DIALECTS)])


def _section(dialect: Dialect) -> str:
    title = (import_module(dialect.read.__module__).__doc__ or dialect.name).strip().splitlines()[0]
    return "\n".join([f"## {dialect.name}\n", f"{title}\n", *(_example(example) for example in dialect.examples)])


def _example(example: Example) -> str:
    facts = "\n".join(example.facts) or "(nothing)"
    return f"### {example.title}\n\n```python\n{example.code.rstrip()}\n```\n\n```text\n{facts}\n```\n"


if __name__ == "__main__":
    Path(__file__).with_name("frameworks.md").write_text(page(), encoding="utf-8")
