"""Cut the weighted graph into services and place every element exactly once."""

from analyzer.cluster.communities import communities
from analyzer.cluster.names import name_services
from analyzer.cluster.placements import place
from analyzer.model.cut import Cut
from analyzer.model.evidence import Views
from analyzer.model.graph import Graph
from analyzer.settings import Settings


def cluster(graph: Graph, views: Views, settings: Settings) -> Cut:
    """The proposed cut: seeded, so that one input has one answer."""
    labels = communities(views, resolution=1.5, seed=settings.seed)
    services, keys = name_services(graph, labels)
    return Cut(services=services, placements=place(graph, {module: keys[label] for module, label in labels.items()}))
