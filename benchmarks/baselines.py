"""The baselines: community detection on plain module links, and today's folders."""

import importlib.util
import random

import networkx as nx
from cases import Case, measure

SEEDS = (1, 2, 3)
RESOLUTIONS = (1.0, 2.0, 3.0)


def scores(case: Case) -> dict[str, float | None]:
    """Name of the baseline -> its main measure; None where its engine is not installed."""
    names, edges = _plain(case)
    found: dict[str, float | None] = {"louvain": _mean(case, [_louvain(names, edges, seed) for seed in SEEDS])}
    for resolution in RESOLUTIONS:
        cuts = [_leiden(names, edges, resolution, seed) for seed in SEEDS] if _installed("igraph") else []
        found[f"leiden {resolution:g}"] = _mean(case, cuts)
    cuts = [_infomap(names, edges, seed) for seed in SEEDS] if _installed("infomap") else []
    found["infomap"] = _mean(case, cuts)
    for depth in (1, 2, 3):
        found[f"folders {depth}"] = measure(case, {name: _folder(case, name, depth) for name in names})
    return found


def _installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _mean(case: Case, cuts: list[dict[str, str]]) -> float | None:
    values = [measure(case, cut) for cut in cuts]
    return sum(values) / len(values) if values else None


def _plain(case: Case) -> tuple[list[str], list[tuple[str, str]]]:
    """Modules and the pairs of them that an import links."""
    modules = case.graph.elements[case.graph.elements["kind"] == "module"]
    name = dict(zip(modules.index.astype(str), modules["name"].astype(str), strict=True))
    imports = case.graph.links[case.graph.links["kind"] == "import"]
    pairs = {
        tuple(sorted((one.partition("::")[0], other.partition("::")[0])))
        for one, other in zip(imports["source"].astype(str), imports["target"].astype(str), strict=True)
    }
    known = sorted((name[one], name[other]) for one, other in pairs if one in name and other in name and one != other)
    return sorted(name.values()), known


def _folder(case: Case, name: str, depth: int) -> str:
    modules = case.graph.elements
    package = name in set(modules.loc[modules.index.str.endswith("__init__.py"), "name"])
    parts = name.split(".") if package else name.split(".")[:-1]
    return ".".join(parts[1 : depth + 1])


def _louvain(names: list[str], edges: list[tuple[str, str]], seed: int) -> dict[str, str]:
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(names)
    network.add_edges_from(edges)
    found = nx.community.louvain_communities(network, seed=seed)
    return {name: str(label) for label, members in enumerate(found) for name in members}


def _leiden(names: list[str], edges: list[tuple[str, str]], resolution: float, seed: int) -> dict[str, str]:
    import igraph  # noqa: PLC0415 - optional

    random.seed(seed)
    position = {name: number for number, name in enumerate(names)}
    network = igraph.Graph(n=len(names), edges=[(position[one], position[other]) for one, other in edges])
    found = network.community_leiden("modularity", resolution=resolution, n_iterations=4)
    return dict(zip(names, map(str, found.membership), strict=True))


def _infomap(names: list[str], edges: list[tuple[str, str]], seed: int) -> dict[str, str]:
    import infomap  # noqa: PLC0415 - optional

    position = {name: number for number, name in enumerate(names)}
    engine = infomap.Infomap(f"--two-level --silent --seed {seed}")
    for one, other in edges:
        engine.add_link(position[one], position[other])
    engine.run()
    found = {node.node_id: str(node.module_id) for node in engine.nodes}
    return {name: found.get(number, f"alone:{name}") for name, number in position.items()}
