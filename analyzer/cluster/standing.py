"""What each group is: a service to run alone, a part that moves as one, a shared library, or the platform."""

from collections.abc import Mapping

from msgspec import Struct

from analyzer.cluster.partition import REST
from analyzer.cluster.ruling import Ruling
from analyzer.cluster.terrain import Terrain, leaf
from analyzer.cluster.traits import Traits, traits_of
from analyzer.model.cut import ServiceKind
from analyzer.model.graph import Graph
from analyzer.model.words import split_name

SMALLEST = 3  # modules of a service that can run alone: something to answer, something to do, something to keep
SMALLEST_SHARE = 0.01  # of the code; beside it three modules of a large codebase are a detail
WHOLE = 8  # modules from which a group with tables and ways in is a service at any share: nothing is missing
WIDELY = 0.5  # of the other groups that use a group before it is everybody's
FEW = 3  # groups that must use it at least: in a small codebase half is too easily reached
LEANS = 0.34  # a library uses at most a third as many groups as use it
LAYER = 0.8  # of all tables or ways in: one group with so many of them is a layer, and lacking them says nothing
ENOUGH = 10  # tables or ways in before their share says something
OWNS = 2  # tables and ways in; a single one in a scattered group is an accident (a health check, a redirect)
LOOSE = 0.1  # cohesion below which a group is held together by its folder or name alone
FILLED = 0.25  # ways in and tables for each module of a loose group: dashboards/ full of routes is one, examples/ not
CLOSED = 0.15  # cohesion from which a group is something of its own; in the references leftovers have under 0.1
LARGE = 0.02  # of the code: the least that may be a service by its cohesion alone
SELF_CONTAINED = 0.75  # cohesion from which a large group is a program of its own, whatever starts it
CALLED = 2  # groups that must use such a one: code that nobody calls and nothing starts serves nobody
REPEATED = 0.15  # of the groups, that have a folder or module of this name: it says what kind of code, not what for
REPEATED_AT_LEAST = 6

# Names for kinds of code that most Python codebases share. Alone they decide nothing: a group so called is a service
# when it has tables and ways in of its own, is used from outside and hangs together.
_SPELLED = (
    "base cli command common compat config configuration constant contrib core database db doc error example "
    "exception ext extension fixture form helper lib library locale middleware migration misc model plugin schema "
    "script setting shared static template templatetag test testing type typing util utility vendor view"
)
KINDS_OF_CODE = frozenset(_SPELLED.split())
VENDORED = frozenset(["vendor", "vendored", "_vendor", "third_party"])  # folders of other people's code


class Standing(Struct, frozen=True):
    """What a group is; ``host`` is the label of the service that a part is linked to most, "" when to another group."""

    kind: ServiceKind
    host: str = ""


class Landscape(Struct, frozen=True):
    """The traits of all groups, and what they say together."""

    traits: Mapping[str, Traits]
    lines: int
    counted: frozenset[str]  # groups large enough to say who is used by many
    spread: bool  # tables or ways in are spread over groups, so that having none says something
    layers: frozenset[str]  # groups that keep nearly all tables and let nobody in: the data layer


def standing(graph: Graph, terrain: Terrain, ruling: Ruling) -> dict[str, Standing]:
    """Label -> standing; what a person named or said of all its modules outranks what the code says."""
    land = _survey(traits_of(graph, terrain, ruling.labels))
    said: dict[str, set[str]] = {label: set() for label in land.traits}
    for module, label in ruling.labels.items():
        said[label].add(ruling.verdicts.get(module, ""))
    rules = ruling.rules.services
    named: dict[str, ServiceKind] = {f"rule:{key}": rule.kind for key, rule in rules.items()}
    hosts = {f"rule:{key}": f"rule:{rule.host}" for key, rule in rules.items() if rule.host is not None}
    kinds = {label: _kind(land, label, said[label], named.get(label)) for label in land.traits}
    found = {}
    for label, kind in kinds.items():
        near = hosts.get(label, land.traits[label].strongest)
        found[label] = Standing(kind, near if kind == "part" and kinds.get(near) == "service" else "")
    return found


def _survey(traits: dict[str, Traits]) -> Landscape:
    tables, entries = [found.tables for found in traits.values()], [found.entries for found in traits.values()]
    layers = {
        label
        for label, found in traits.items()
        if sum(tables) >= ENOUGH and found.tables >= LAYER * sum(tables) and not found.entries
    }
    return Landscape(
        traits=traits,
        lines=sum(found.lines for found in traits.values()) or 1,
        counted=frozenset(label for label, found in traits.items() if found.modules >= SMALLEST),
        spread=_is_spread(tables) or _is_spread(entries),
        layers=frozenset(layers),
    )


def _is_spread(counts: list[int]) -> bool:
    return sum(counts) >= ENOUGH and max(counts) < LAYER * sum(counts)


def _kind(land: Landscape, label: str, said: set[str], named: ServiceKind | None) -> ServiceKind:
    if said == {"shared"}:
        return "library"
    if label == REST or said in ({"platform"}, {"ignored"}, {"platform", "ignored"}):
        return "platform"
    if named:
        return named
    found = land.traits[label]
    users = found.used & land.counted
    wide = len(users) >= max(FEW, WIDELY * len(land.counted - {label}))
    if wide and len(found.using) <= LEANS * len(users) and not (found.tables and found.entries):
        return "platform" if found.tables or found.entries else "library"
    return "service" if _stands_alone(land, label) else "part"


def _stands_alone(land: Landscape, label: str) -> bool:
    """Whether the group is large enough, and has something to answer for that is about one thing."""
    found = land.traits[label]
    whole, closed = found.tables > 0 and found.entries > 0, found.cohesion >= CLOSED
    share = found.lines / land.lines
    if found.modules < SMALLEST or (share < SMALLEST_SHARE and not (whole and closed and found.modules >= WHOLE)):
        return False
    if label in land.layers or (label.startswith("community:") and not closed):
        return False
    if _names_a_kind(land, label) and not (whole and found.used and closed):
        return False
    if found.cohesion < LOOSE and not found.tables and _is_between_all(land, found):
        return False
    return _answers(found) or _hangs_together(land, found)


def _answers(found: Traits) -> bool:
    """Whether the group has tables and ways in of its own, enough for how loose it is."""
    owned = found.tables + found.entries
    if found.cohesion >= CLOSED:
        return owned > 0
    return owned >= OWNS and (found.cohesion >= LOOSE or owned >= FILLED * found.modules)


def _hangs_together(land: Landscape, found: Traits) -> bool:
    """Whether a large group is one by its links alone: a program of its own, or where ways in say nothing."""
    if found.lines < LARGE * land.lines:
        return False
    if found.cohesion >= SELF_CONTAINED and found.modules >= WHOLE:
        return True
    return found.cohesion >= CLOSED and not land.spread and len(found.used) >= CALLED


def _is_between_all(land: Landscape, found: Traits) -> bool:
    """Whether half of the groups use it and it uses half of them: the glue that starts and wires everything."""
    half = max(FEW, WIDELY * (len(land.counted) - 1))
    return len(found.used & land.counted) >= half and len(found.using & land.counted) >= half


def _names_a_kind(land: Landscape, label: str) -> bool:
    """Whether the group's name says what kind of code it holds: by the codebase's own habit, or by everybody's."""
    if land.traits[label].repeated >= max(REPEATED_AT_LEAST, REPEATED * len(land.traits)):
        return True
    name = label.partition(":")[2]
    return set(split_name(leaf(name))) <= KINDS_OF_CODE or not VENDORED.isdisjoint(name.split("."))
