"""Options of a command line: what a parser puts under a name by default."""

from analyzer.resolve.program import Program
from analyzer.resolve.values import Node


def option_of(program: Program, name: str) -> Node:
    """The node of the default under ``name``; all parsers of the codebase together, as their results look the same."""
    node = program.options.get(name)
    if node is None:
        node = program.options[name] = program.new_node()
    return node
