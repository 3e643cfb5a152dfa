"""The terrain a cut is drawn on: modules with their folders, words and neighbours, ready to be asked."""

from collections import Counter, defaultdict

from msgspec import Struct, field

from analyzer.model.evidence import Views


class Terrain(Struct, frozen=True, eq=False):
    """Modules (by key) and folders (by dotted name; ``""`` is the top above all import roots).

    ``links`` are neighbours by structure and traces, without the omnipresent modules; ``ties`` all with weights.
    """

    names: dict[str, str]
    code: frozenset[str]  # the modules that run in production
    folder: dict[str, str]  # module -> the folder it lies in; a package's own module lies in the package
    words: dict[str, tuple[str, ...]]
    sizes: dict[str, int]
    links: dict[str, frozenset[str]]
    ties: dict[str, dict[str, float]]
    bonds: dict[str, dict[str, float]]  # the part of the ties that is links and data, not words
    members: dict[str, frozenset[str]]  # folder -> all modules below it
    children: dict[str, tuple[str, ...]]  # folder -> the folders directly in it
    carriers: dict[str, frozenset[str]]  # word -> the modules whose path has it
    volume: float  # twice the number of links
    twins: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    """Folder -> module -> the modules elsewhere that share a rare word with it: filled by those who ask. Terrains with
    other links share it, since words stay as they are."""


def survey(views: Views) -> Terrain:
    """The terrain of the weighted graph."""
    nodes = views.nodes
    keys = [str(key) for key in nodes.index]
    names = dict(zip(keys, nodes["name"].tolist(), strict=True))
    words = {key: tuple(text.split()) for key, text in zip(keys, nodes["words"].tolist(), strict=True)}
    everywhere = {key for key, flag in zip(keys, nodes["omnipresent"].tolist(), strict=True) if flag}
    links, ties, bonds = _neighbours(views, keys, everywhere)
    folder = {key: name if _is_package(key) else name.rpartition(".")[0] for key, name in names.items()}
    members, children = _tree(folder)
    carriers: dict[str, set[str]] = defaultdict(set)
    for key, own in words.items():
        for word in own:
            carriers[word].add(key)
    return Terrain(
        names=names,
        code=frozenset(key for key, role in zip(keys, nodes["role"].tolist(), strict=True) if role == "code"),
        folder=folder,
        words=words,
        sizes={key: int(size) for key, size in zip(keys, nodes["size"].tolist(), strict=True)},
        links=links,
        ties=ties,
        bonds=bonds,
        members=members,
        children=children,
        carriers={word: frozenset(found) for word, found in carriers.items()},
        volume=float(sum(len(found) for found in links.values())) or 1.0,
    )


def _is_package(key: str) -> bool:
    return key == "__init__.py" or key.endswith("/__init__.py")


def _neighbours(
    views: Views, keys: list[str], everywhere: set[str]
) -> tuple[dict[str, frozenset[str]], dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    links: dict[str, set[str]] = {key: set() for key in keys}
    ties: dict[str, dict[str, float]] = {key: {} for key in keys}
    bonds: dict[str, dict[str, float]] = {key: {} for key in keys}
    edges = views.edges
    seen = edges["structure"] + (edges["trace"] if "trace" in edges.columns else 0.0)  # a call that ran is a link
    columns = [edges["source"], edges["target"], edges["weight"], seen, edges["data"]]
    for source, target, weight, linked, data in zip(*(column.tolist() for column in columns), strict=True):
        ties[source][target] = ties[target][source] = weight
        if linked + data > 0:
            bonds[source][target] = bonds[target][source] = weight * (linked + data)
        if linked > 0 and source not in everywhere and target not in everywhere:
            links[source].add(target)
            links[target].add(source)
    return {key: frozenset(found) for key, found in links.items()}, ties, bonds


def _tree(folder: dict[str, str]) -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    members: dict[str, set[str]] = defaultdict(set)
    children: dict[str, set[str]] = defaultdict(set)
    for key, innermost in folder.items():
        below, above = innermost, innermost
        members[below].add(key)
        while below:
            above = below.rpartition(".")[0]
            children[above].add(below)
            members[above].add(key)
            below = above
    return (
        {name: frozenset(found) for name, found in members.items()},
        {name: tuple(sorted(found)) for name, found in children.items()},
    )


def leaf(dotted: str) -> str:
    """The last part of a dotted name."""
    return dotted.rpartition(".")[2]


def count_words(terrain: Terrain, modules: frozenset[str]) -> Counter[str]:
    """How many of the modules carry each word."""
    return Counter(word for module in modules for word in terrain.words[module])
