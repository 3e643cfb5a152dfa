"""Draw one partition: parts of the layout, word groups, and what is left, each by the evidence it has."""

from collections import Counter, defaultdict
from math import fsum

from analyzer.cluster.carving import carve
from analyzer.cluster.communities import communities
from analyzer.cluster.groups import bare_name, layer_words, namesakes, open_named_layers, word_groups
from analyzer.cluster.layout import Layout, find_layout
from analyzer.cluster.terrain import Terrain
from analyzer.settings import ClusterSettings

ROUNDS = 3  # of attaching: what joined in one round draws its own neighbours in the next
FEWEST = 2  # modules a group of leftovers must have; a single one is nobody's part
INNER = 0.25  # of a word group's inner bonds that it must have to the other: a group closed in itself stays itself
REST = "rest"


def partition(terrain: Terrain, settings: ClusterSettings, seed: int) -> dict[str, str]:
    """Module -> label; labels say where they come from (``folder:``, ``word:``, ``community:``, ``rest``)."""
    layout = carve(terrain, open_named_layers(terrain, open_named_layers(terrain, find_layout(terrain, settings))))
    labels = _labels_by_name(terrain, layout)
    _attach(terrain, labels, settings.attach)
    left = sorted(module for module in terrain.names if module not in labels)
    found = communities(left, terrain.ties, resolution=settings.resolution, seed=seed)
    labels.update({module: f"community:{label}" for module, label in found.items()})
    _pull_together(terrain, labels, settings.pull)
    return _gather_rest(terrain, labels)


def _labels_by_name(terrain: Terrain, layout: Layout) -> dict[str, str]:
    """Labels from folders and words; a word that is also a part's name means that part."""
    same = namesakes(layout)
    named = {bare_name(part): f"folder:{first}" for part, first in same.items()}
    labels = {module: f"folder:{same[part]}" for module, part in layout.part.items()}
    for module, word in word_groups(terrain, layout).items():
        labels[module] = named.get(word, f"word:{word}")
    stop = layer_words(layout)
    for module, words in terrain.words.items():
        meant = [named[word] for word in words if word in named and word not in stop]
        if module not in labels and meant:
            labels[module] = meant[0]
    return labels


def _attach(terrain: Terrain, labels: dict[str, str], share: float) -> None:
    """Let leftovers join the group they have most ties to, when that is enough of all their ties."""
    for _ in range(ROUNDS):
        joined = {}
        for module in terrain.names:
            if module not in labels and (best := strongest(terrain.ties[module], labels)):
                label, weight = best
                if weight >= share * fsum(terrain.ties[module].values()):
                    joined[module] = label
        labels.update(joined)


def strongest(ties: dict[str, float], labels: dict[str, str]) -> tuple[str, float] | None:
    """The label with most weight among the neighbours, and that weight; the first by name where two are equal."""
    weights: dict[str, float] = defaultdict(float)
    for other in sorted(ties.keys() & labels.keys()):
        weights[labels[other]] += ties[other]
    if not weights:
        return None
    return min(weights.items(), key=lambda item: (-round(item[1], 9), item[0]))


def _pull_together(terrain: Terrain, labels: dict[str, str], pull: float) -> None:
    """Join word groups that hang on another, larger word group by half of their outward bonds (gcs and gcp)."""
    for _ in range(2):
        sizes, inner, outward = _weigh_groups(terrain, labels)
        into: dict[str, str] = {}
        for label in sorted(sizes, key=lambda label: (sizes[label], label)):
            if not label.startswith("word:") or not outward[label]:
                continue
            other, weight = min(outward[label].items(), key=lambda item: (-round(item[1], 9), item[0]))
            larger = (sizes[other], other) > (sizes[label], label)
            strong = weight >= pull * fsum(outward[label].values()) and weight >= INNER * inner[label]
            if other.startswith("word:") and larger and strong:
                into[label] = other
        if not into:
            return
        for module, label in labels.items():
            while label in into:
                label = into[label]  # noqa: PLW2901 - follow the chain to its end; sizes only grow along it
            labels[module] = label


def _weigh_groups(
    terrain: Terrain, labels: dict[str, str]
) -> tuple[dict[str, int], dict[str, float], dict[str, dict[str, float]]]:
    """Of each label: how many modules, the weight of the bonds between them, and of those to each other label."""
    sizes: dict[str, int] = defaultdict(int)
    inner: dict[str, float] = defaultdict(float)
    outward: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for module, label in labels.items():
        sizes[label] += 1
        away = outward[label]
        for other, weight in terrain.bonds[module].items():
            if (there := labels[other]) == label:
                inner[label] += weight / 2
            else:
                away[there] += weight
    return sizes, inner, outward


def _gather_rest(terrain: Terrain, labels: dict[str, str]) -> dict[str, str]:
    """Single leftovers go where their folder's others went, else to the rest."""
    sizes: dict[str, int] = defaultdict(int)
    for label in labels.values():
        sizes[label] += 1
    kept = {module: label for module, label in labels.items() if sizes[label] >= FEWEST}
    return {module: kept.get(module, REST) for module in sorted(terrain.names)}


def follow(terrain: Terrain, labels: dict[str, str], beside: set[str]) -> dict[str, str]:
    """Tests, migrations and the like in a group without code go where what they are tied to most is.

    Those without a tie go where most of the others went.
    """
    with_code = {label for module, label in labels.items() if module not in beside}
    known = {module: label for module, label in labels.items() if label in with_code}
    followed = dict(labels)
    untied = []
    for module in sorted(beside - set(known)):
        best = strongest(terrain.bonds[module], known)
        if best:
            followed[module] = best[0]
        else:
            untied.append(module)
    went = Counter(followed[module] for module in beside - set(untied))
    most = min(went, key=lambda label: (-went[label], label), default=REST)
    if with_code:
        followed |= dict.fromkeys(untied, most)
    return followed
