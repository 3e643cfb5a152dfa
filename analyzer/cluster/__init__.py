"""Cut the weighted graph into services and place every element exactly once."""

from math import fsum

from msgspec.structs import replace

from analyzer.cluster.alternatives import alternatives
from analyzer.cluster.names import name_services
from analyzer.cluster.partition import follow, partition
from analyzer.cluster.placements import Drawn, place
from analyzer.cluster.ruling import obey
from analyzer.cluster.stability import stability
from analyzer.cluster.standing import standing
from analyzer.cluster.terrain import survey
from analyzer.model.cut import Cut
from analyzer.model.evidence import Views
from analyzer.model.flows import coded
from analyzer.model.graph import Graph
from analyzer.settings import Settings


def cluster(graph: Graph, views: Views, settings: Settings) -> Cut:
    """The proposed cut: seeded, so that one input has one answer; what the rules say is so.

    Raises ``InvalidSettings`` when no cut can obey the rules of the boundary file.
    """
    graph = coded(graph)
    terrain = survey(views)
    labels = follow(terrain, partition(terrain, settings.cluster, settings.seed), _beside(views))
    ruling = obey(settings.rules, graph, terrain, labels)
    steady = stability(terrain, settings, labels)
    services, keys = name_services(graph, ruling, standing(graph, terrain, ruling), views)
    placed = {module: keys[label] for module, label in ruling.labels.items()}
    sure: dict[str, list[float]] = {service.key: [] for service in services}
    for module, key in placed.items():
        sure[key].append(steady[module])
    return Cut(
        services=tuple(
            replace(service, stability=round(fsum(sure[service.key]) / len(sure[service.key]), 4))
            for service in services
        ),
        placements=place(
            graph,
            terrain,
            Drawn(
                services=placed,
                keys=keys,
                kinds={service.key: service.kind for service in services},
                steady=steady,
                ruling=ruling,
            ),
        ),
        alternatives=alternatives(terrain, settings, placed, steady),
    )


def _beside(views: Views) -> set[str]:
    """The modules that run in no service: tests, migrations, what was generated or copied in."""
    roles = zip(views.nodes.index.tolist(), views.nodes["role"].tolist(), strict=True)
    return {key for key, role in roles if role != "code"}
