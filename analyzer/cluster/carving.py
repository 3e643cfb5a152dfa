"""Take out of a folder kept whole what lies in it, hangs together, and has nothing to do with the rest of it."""

from analyzer.cluster.layout import Layout
from analyzer.cluster.terrain import Terrain

SHARE = 0.01  # of the modules, and
AT_LEAST = 8  # of them: what is smaller is a detail, however little it is linked
APART = 0.05  # of the links that could tie it to the rest of its folder (conductance): next to none
INSIDE = 0.5  # of its links that stay inside: it is about itself, not about what others do


def carve(terrain: Terrain, layout: Layout) -> Layout:
    """The layout with such sub-folders as parts of their own, the outermost first."""
    part = dict(layout.part)
    for whole in sorted(set(layout.part.values()) - set(layout.opened)):
        waiting = list(terrain.children.get(whole, ()))
        while waiting:
            folder = waiting.pop()
            if _is_apart(terrain, folder, whole):
                part.update(dict.fromkeys(terrain.members[folder], folder))
            else:
                waiting.extend(terrain.children.get(folder, ()))
    return Layout(part=part, opened=layout.opened)


def _is_apart(terrain: Terrain, folder: str, whole: str) -> bool:
    inside, around = terrain.members[folder], terrain.members[whole] - terrain.members[folder]
    if len(inside) < max(AT_LEAST, SHARE * len(terrain.names)) or len(around) < AT_LEAST:
        return False
    links = sum(len(terrain.links[module]) for module in inside)
    inner = sum(len(terrain.links[module] & inside) for module in inside)
    between = sum(len(terrain.links[module] & around) for module in inside)
    rest = sum(len(terrain.links[module] & terrain.members[whole]) for module in around)
    return inner >= INSIDE * links > 0 and between <= APART * min(inner + between, rest)
