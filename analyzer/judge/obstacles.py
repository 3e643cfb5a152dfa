"""What stands in the way of a split, each in one sentence with its figure."""

from collections.abc import Sequence

from analyzer.model.cut import Cut
from analyzer.model.evidence import Views
from analyzer.model.graph import Graph
from analyzer.model.score import Score

NAMED = 5  # examples in one sentence

# Metric, the bound from which it is an obstacle, whether above it is worse, and the sentence.
BOUNDS = (
    ("ICP", 0.3, True, "{value:.0%} of the calls between modules cross a boundary."),
    ("cycles", 0.0, True, "{value:.0%} of the services use each other in circles."),
    ("table purity", 0.8, False, "A table's main service makes only {value:.0%} of the accesses to it, on average."),
    ("transaction purity", 1.0, False, "{rest:.0%} of the transactions that write several tables span services."),
    ("entry purity", 0.6, False, "Only {value:.0%} of the code behind an entry point lies in one service."),
)


def obstacles(graph: Graph, cut: Cut, views: Views, scores: Sequence[Score]) -> tuple[str, ...]:
    """The obstacles; none for a cut whose figures are within all bounds."""
    values = {score.metric: score.value for score in scores}
    found = []
    for metric, bound, above, sentence in BOUNDS:
        value = values.get(metric)
        if value is not None and (value > bound if above else value < bound):
            found.append(sentence.format(value=value, rest=1 - value))
    everywhere = [str(key) for key in views.nodes.index[views.nodes["omnipresent"]]]
    if everywhere:
        more = f" and {len(everywhere) - NAMED} more" if len(everywhere) > NAMED else ""
        found.append(f"A tenth of the code leans on {', '.join(everywhere[:NAMED])}{more}.")
    homeless = sum(
        cut.placements.loc[graph.elements.index[graph.elements["kind"] == "module"], "verdict"] == "unplaced"
    )
    if homeless:
        found.append(f"{homeless} module{'s' * (homeless != 1)} could not be placed.")
    return tuple(found)
