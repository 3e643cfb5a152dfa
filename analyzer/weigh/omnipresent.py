"""Modules that everybody uses or that use everybody: they tie all things together and tell none apart."""

from collections import Counter

from analyzer.model.flows import module_pairs
from analyzer.model.graph import Graph

SHARE = 0.1  # of all modules; between 0.05 and 0.15 the agreement with the reference codebases moves by 0.01
FEWEST = 10  # neighbours: in a small codebase a tenth is too easily reached


def omnipresent(graph: Graph, modules: list[str]) -> set[str]:
    """The modules with more than a tenth of all others on one side of their links."""
    known = set(modules)
    pairs = [pair for pair in module_pairs(graph) if pair[0] in known and pair[1] in known]
    limit = max(FEWEST, SHARE * len(modules))
    using, used = Counter(source for source, _ in pairs), Counter(target for _, target in pairs)
    return {module for module in modules if using[module] > limit or used[module] > limit}
