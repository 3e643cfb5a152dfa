"""Read the folder layout as evidence: which folders are parts, which only hold parts, which are layers.

A *part* is kept whole. A *holder* (``apps/``, ``core/``) is looked into, because its children repeat each other's
file names. A *large* folder holds too much of the code to be one part: what lies in it are parts, save its *shelves*,
where it keeps one kind of code (``views/``). A *layer* (``models/``, ``hooks/``) is looked into because the words of
its modules tie them to other folders more than the folder ties them to each other.
"""

from collections import Counter
from math import fsum

from msgspec import Struct

from analyzer.cluster.terrain import Terrain, count_words, leaf
from analyzer.settings import ClusterSettings

HOLDS = 0.1  # of the modules: children of a smaller folder are details of one part, however alike they are
REPEATED = 3  # siblings that have a name before the name says what kind of file it is
RARE, RARE_AT_LEAST = 0.05, 10  # modules: a path word on more of them is the codebase's name or a layer's
FEW_LINKS = 5  # links along shared words before they count as evidence
SMALLEST_LAYER = 4  # modules: a smaller folder gives no figures to compare
HALF = 0.5
SEVERAL = 2  # kinds of code in a folder that is named after one: it is an application of that name
SHELVES = frozenset(  # of one part, where its code lies by kind; other folders may be parts of their own
    [
        "admin",
        "api",
        "commands",
        "fixtures",
        "forms",
        "management",
        "managers",
        "middleware",
        "migrations",
        "models",
        "schemas",
        "serializers",
        "services",
        "signals",
        "tasks",
        "templates",
        "templatetags",
        "tests",
        "urls",
        "utils",
        "validators",
        "views",
        "widgets",
    ]
)


class Layout(Struct, frozen=True):
    """``part``: module -> the folder it is kept together with; ``opened``: folder -> holder, large, layer or top."""

    part: dict[str, str]
    opened: dict[str, str]


def find_layout(terrain: Terrain, settings: ClusterSettings) -> Layout:
    """Walk the folders from the top and decide for each whether it is kept whole."""
    part: dict[str, str] = {}
    opened = {"": "top"}
    tops = terrain.children.get("", ())
    waiting = list(tops)
    while waiting:
        folder = waiting.pop()
        only = len(tops) == 1 and folder == tops[0]
        why = "top" if only else _why_open(terrain, folder, settings)
        if why:
            opened[folder] = why
            waiting.extend(terrain.children.get(folder, ()))
        else:
            around = folder.rpartition(".")[0]
            shelf = opened.get(around) == "large" and _is_shelf(terrain, folder)
            part.update(dict.fromkeys(terrain.members[folder], around if shelf else folder))
    return Layout(part=part, opened=opened)


def _why_open(terrain: Terrain, folder: str, settings: ClusterSettings) -> str:
    size, children = len(terrain.members[folder] & terrain.code), terrain.children.get(folder, ())
    everything = len(terrain.code)
    if size >= HOLDS * everything and likeness(terrain, children) >= settings.parallel:
        return "holder"
    if size >= SMALLEST_LAYER and is_layer(terrain, folder, settings.layer_lift):
        return "layer"
    if size > settings.largest * everything and len(children) > 1:
        return "large"
    return ""


def _is_shelf(terrain: Terrain, folder: str) -> bool:
    """Whether a folder holds one kind of code (``views/``): so named, and without such kinds in it."""
    return leaf(folder) in SHELVES and len(_names_inside(terrain, folder) & SHELVES) < SEVERAL


def likeness(terrain: Terrain, children: tuple[str, ...]) -> float:
    """How far sibling folders repeat each other's file names, 0 to 1: the mean share of repeated names."""
    if len(children) < REPEATED:
        return 0.0
    inside = {child: _names_inside(terrain, child) for child in children}
    counted = Counter(name for names in inside.values() for name in names)
    shares = [sum(counted[name] >= REPEATED for name in names) / len(names) for names in inside.values() if names]
    return fsum(shares) / len(shares) if shares else 0.0


def _names_inside(terrain: Terrain, folder: str) -> set[str]:
    own = {
        leaf(terrain.names[key]) for key in terrain.members[folder] if terrain.names[key].rpartition(".")[0] == folder
    }
    return own | {leaf(child) for child in terrain.children.get(folder, ())}


class Lift(Struct, frozen=True):
    """What ties the modules of a folder, each as observed over expected by chance (configuration model)."""

    twins: float  # share of its modules that share a rare word with a module elsewhere
    along_words: int  # links to those modules
    words: float
    folder: float


def is_layer(terrain: Terrain, folder: str, ratio: float) -> bool:
    """Whether shared words explain the links of a folder's modules ``ratio`` times better than the folder does."""
    lift = measure_lift(terrain, folder)
    return lift.twins >= HALF and lift.along_words >= FEW_LINKS and lift.words > ratio * max(1.0, lift.folder)


def measure_lift(terrain: Terrain, folder: str) -> Lift:
    """Links along shared rare words out of the folder, and links inside it, over what degrees alone predict."""
    inside = terrain.members[folder]
    degree = {module: len(terrain.links[module]) for module in inside}
    known = _twins(terrain, folder)
    with_twin = along = 0
    expected = 0.0
    for module in inside:
        twins = known[module]
        with_twin += bool(twins)
        along += len(terrain.links[module] & twins)
        expected += degree[module] * sum(map(len, map(terrain.links.__getitem__, twins))) / terrain.volume
    within = sum(len(terrain.links[module] & inside) for module in inside) / 2
    by_chance = sum(degree.values()) ** 2 / terrain.volume / 2
    return Lift(
        twins=with_twin / len(inside), along_words=along, words=along / (expected + 1), folder=within / (by_chance + 1)
    )


def _twins(terrain: Terrain, folder: str) -> dict[str, set[str]]:
    """Of each module of a folder those elsewhere that share a rare word with it."""
    found = terrain.twins.get(folder)
    if found is None:
        words = _crossing_words(terrain, folder)
        found = terrain.twins[folder] = {
            module: {other for word in terrain.words[module] if word in words for other in words[word]}
            for module in terrain.members[folder]
        }
    return found


def _crossing_words(terrain: Terrain, folder: str) -> dict[str, frozenset[str]]:
    """Rare words of the folder's modules -> the modules elsewhere that carry them; the folder's own words left out."""
    inside = terrain.members[folder]
    most = max(RARE_AT_LEAST, RARE * len(terrain.names))
    return {
        word: terrain.carriers[word] - inside
        for word, count in count_words(terrain, inside).items()
        if count <= HALF * len(inside) and len(terrain.carriers[word]) <= most and terrain.carriers[word] - inside
    }
