"""Group what no folder keeps together by the words of its path, where links bear the words out."""

from collections import Counter, defaultdict

from analyzer.cluster.layout import HALF, RARE, Layout, measure_lift
from analyzer.cluster.terrain import Terrain, leaf
from analyzer.model.words import split_name

# A word is believed as far as links say. Unlinked words start at the cohesion that folders of the reference
# codebases have in the middle (0.3), with the weight of four links; a word that links speak against falls below
# 0.05 (0.02 serves alike; 0.1 gives up words of plug-ins that are loaded by name and hardly linked).
PRIOR, PRIOR_LINKS = 0.3, 4.0
COHESION = 0.05
CLEARLY = 0.1  # twice that where no layout agrees: with 0.05 the words of kinds of code (models, views) make groups
TOO_MANY = 0.25  # of the modules: a larger group would be the codebase again
HALF_NAMED = 0.6  # of a folder's modules named after groups: then the folder is a layer like those they came from


def word_groups(terrain: Terrain, layout: Layout) -> dict[str, str]:
    """Loose module -> the word it is grouped by; the words that explain most go first."""
    stop = layer_words(layout)
    carriers: dict[str, set[str]] = defaultdict(set)
    for module in terrain.names:
        if module not in layout.part:
            for word in terrain.words[module]:
                if word not in stop:
                    carriers[word].add(module)
    flat = _flat_folders(terrain)
    worth = {word: _worth(terrain, found, flat) for word, found in carriers.items()}
    grouped: dict[str, str] = {}
    for word in sorted((word for word in worth if worth[word] > 0), key=lambda word: (-round(worth[word], 9), word)):
        for module in carriers[word]:
            grouped.setdefault(module, word)
    return grouped


def layer_words(layout: Layout) -> frozenset[str]:
    """The words of all folders that were opened: they name layers and holders, not domains."""
    return frozenset(word for folder in layout.opened for part in folder.split(".") for word in split_name(part))


def _worth(terrain: Terrain, group: set[str], without_layout: set[str]) -> float:
    """Modules times cohesion; 0 for a word that is in one folder only, too common, or that links speak against.

    Where one folder holds half of the code there is no layout that could say more: then rare words that links bear
    out clearly count there too.
    """
    folders = {terrain.folder[module] for module in group}
    flat = len(folders) == 1 and not folders.isdisjoint(without_layout)
    most = RARE if flat else TOO_MANY
    if len(group) < 2 or (len(folders) < 2 and not flat) or len(group) > most * len(terrain.names):  # noqa: PLR2004 - a pair
        return 0.0
    volume = sum(len(terrain.links[module]) for module in group)
    inner = sum(len(terrain.links[module] & group) for module in group)
    by_chance = volume / terrain.volume
    cohesion = (inner - by_chance * volume + PRIOR * PRIOR_LINKS) / (volume * (1 - by_chance) + PRIOR_LINKS)
    return len(group) * cohesion if cohesion >= (CLEARLY if flat else COHESION) else 0.0


def _flat_folders(terrain: Terrain) -> set[str]:
    """Folders in which at least half of all modules lie side by side."""
    sizes = Counter(terrain.folder.values())
    return {folder for folder, size in sizes.items() if size >= HALF * len(terrain.folder)}


def open_named_layers(terrain: Terrain, layout: Layout) -> Layout:
    """The layout with those folders opened as well whose modules are named after groups that cross them.

    A thin layer (``urls/``, ``admin/``) has too few links to be recognised alone, but once ``models/`` and
    ``views/`` gave groups, its modules carry the groups' names.
    """
    groups = {word for word, count in Counter(word_groups(terrain, layout).values()).items() if count > 1}
    part, opened = dict(layout.part), dict(layout.opened)
    for folder in sorted(set(layout.part.values()) - set(layout.opened)):
        if _is_named_layer(terrain, folder, groups):
            opened[folder] = "layer"
            for module in terrain.members[folder]:
                del part[module]
            for child in terrain.children.get(folder, ()):
                part.update(dict.fromkeys(terrain.members[child], child))
    return Layout(part=part, opened=opened)


def _is_named_layer(terrain: Terrain, folder: str, groups: set[str]) -> bool:
    inside = [module for module in terrain.members[folder] if terrain.names[module] != folder]
    own = set.intersection(*(set(terrain.words[key]) for key in inside)) if inside else set()
    named = Counter(
        min(found) for module in inside if (found := {word for word in terrain.words[module] if word in groups} - own)
    )
    if not (len(inside) > 2 and len(named) > 2 and sum(named.values()) >= HALF_NAMED * len(inside)):  # noqa: PLR2004
        return False
    if max(named.values()) > HALF * len(inside):
        return False
    lift = measure_lift(terrain, folder)
    return lift.folder <= max(lift.words, 1.0 if not lift.along_words else 0.0)


def namesakes(layout: Layout) -> dict[str, str]:
    """Part -> the part of the same name it is one with (``graphql/orders`` and ``order``); itself otherwise."""
    first: dict[str, str] = {}
    return {part: first.setdefault(bare_name(part), part) for part in sorted(set(layout.part.values()))}


def bare_name(folder: str) -> str:
    """The last part of a folder's name, its words in the singular run together."""
    return "".join(split_name(leaf(folder))) or leaf(folder)
