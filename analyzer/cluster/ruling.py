"""Obey a person's rules: what they pin stays pinned, and rules that contradict each other are refused."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from msgspec import Struct

from analyzer.cluster.sizes import reach_sizes
from analyzer.cluster.terrain import Terrain
from analyzer.errors import InvalidSettings
from analyzer.model.graph import Graph
from analyzer.model.rules import Rules


class Ruling(Struct, frozen=True):
    """The labels after the rules. ``pinned``: modules a person placed; ``elements``: classes and tables likewise."""

    labels: dict[str, str]
    rules: Rules
    pinned: dict[str, str]  # module -> the rule that placed it
    verdicts: dict[str, str]  # module -> shared, platform or ignored
    elements: dict[str, str]  # class, function or table -> label


def obey(rules: Rules, graph: Graph, terrain: Terrain, labels: dict[str, str]) -> Ruling:
    """The labels with every rule satisfied exactly.

    Raises ``InvalidSettings`` naming both rules and their lines where no labels can satisfy them.
    """
    pins = _pins(rules, terrain)
    pinned = {module: rule for module, (_, rule) in pins.items()}
    settled = labels | {module: label for module, (label, _) in pins.items()}
    settled = _link(rules, terrain, settled, pinned)
    _check_apart(rules, terrain, settled, pinned)
    settled = _separate(rules, terrain, settled, pinned)
    settled = reach_sizes(rules, terrain, settled, set(pinned))
    return Ruling(
        labels=settled,
        rules=rules,
        pinned=pinned,
        verdicts=_verdicts(rules, terrain, pinned),
        elements=dict(_elements(rules, graph, terrain)),
    )


def matches(name: str, pattern: str) -> bool:
    """Whether a dotted name is what the pattern says, or lies below it."""
    return fnmatchcase(name, pattern) or fnmatchcase(name, f"{pattern}.*")


def _pins(rules: Rules, terrain: Terrain) -> dict[str, tuple[str, str]]:
    """Module -> (label, rule) by the services' patterns, then by the pins, which are stronger."""
    found: dict[str, tuple[str, str]] = {}
    for service, rule in rules.services.items():
        patterns = [("packages", p) for p in rule.packages] + [("modules", p) for p in rule.modules]
        for kind, pattern in patterns:
            path = f"services.{service}.{kind}.{pattern}"
            test = matches if kind == "packages" else fnmatchcase
            for module, name in terrain.names.items():
                if test(name, pattern) and module not in _pinned_by_hand(rules, terrain):
                    _agree(rules, found.get(module), (f"rule:{service}", path), name)
                    found[module] = (f"rule:{service}", path)
    return found | _pinned_by_hand(rules, terrain)


def _pinned_by_hand(rules: Rules, terrain: Terrain) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for pattern, service in rules.pins.items():
        for module, name in terrain.names.items():
            if ":" not in pattern and fnmatchcase(name, pattern):
                _agree(rules, found.get(module), (f"rule:{service}", f"pins.{pattern}"), name)
                found[module] = (f"rule:{service}", f"pins.{pattern}")
    return found


def _agree(rules: Rules, before: tuple[str, str] | None, now: tuple[str, str], name: str) -> None:
    if before and before[0] != now[0]:
        first, second = before[0].partition(":")[2], now[0].partition(":")[2]
        raise _contradiction(rules, before[1], now[1], f"{name} cannot be in {first} and in {second}")


def _contradiction(rules: Rules, first: str, second: str, what: str) -> InvalidSettings:
    return InvalidSettings(f"{what}: {rules.place(first)} and {rules.place(second)} contradict each other.")


def _link(rules: Rules, terrain: Terrain, labels: dict[str, str], pinned: dict[str, str]) -> dict[str, str]:
    """Modules that must be together take the label of the pinned one among them, else of the first."""
    settled = dict(labels)
    for number, names in enumerate(rules.must_link):
        path = f"must_link.{number}"
        modules = [key for key, name in sorted(terrain.names.items()) if any(matches(name, p) for p in names)]
        fixed = [module for module in modules if module in pinned]
        for module in fixed[1:]:
            if settled[module] != settled[fixed[0]]:
                raise _contradiction(
                    rules, path, pinned[module], f"{terrain.names[module]} must stay with {terrain.names[fixed[0]]}"
                )
        first = (fixed or modules)[:1]
        for module in modules:
            settled[module] = settled[first[0]]
            pinned.setdefault(module, path)
    return settled


def _check_apart(rules: Rules, terrain: Terrain, labels: dict[str, str], pinned: dict[str, str]) -> None:
    for number, (one, other) in enumerate(rules.cannot_link):
        left = [m for m, name in sorted(terrain.names.items()) if matches(name, one) and m in pinned]
        right = [m for m, name in sorted(terrain.names.items()) if matches(name, other) and m in pinned]
        for module in left:
            for against in right:
                if labels[module] == labels[against]:
                    raise _contradiction(
                        rules, f"cannot_link.{number}", pinned[against], f"{one} and {other} are kept together"
                    )


def _separate(rules: Rules, terrain: Terrain, labels: dict[str, str], pinned: dict[str, str]) -> dict[str, str]:
    """Where two that must not be together share a label, the side nobody pinned gets a group of its own."""
    settled = dict(labels)
    for number, (one, other) in enumerate(rules.cannot_link):
        left = {module for module, name in terrain.names.items() if matches(name, one)}
        right = {module for module, name in terrain.names.items() if matches(name, other)}
        together = {settled[module] for module in left} & {settled[module] for module in right}
        for label in together:
            moving = right if not any(module in pinned for module in right if settled[module] == label) else left
            for module in moving:
                if settled[module] == label:
                    settled[module] = f"apart:{number}"
                    pinned.setdefault(module, f"cannot_link.{number}")
    return settled


def _verdicts(rules: Rules, terrain: Terrain, pinned: dict[str, str]) -> dict[str, str]:
    verdicts: dict[str, str] = {}
    for verdict in ("shared", "platform", "ignored"):
        for pattern in getattr(rules, verdict):
            for module, name in terrain.names.items():
                if not fnmatchcase(name, pattern):
                    continue
                if verdicts.get(module, verdict) != verdict:
                    other = verdicts[module]
                    first = next(p for p in getattr(rules, other) if fnmatchcase(name, p))
                    what = f"{name} cannot be {other} and {verdict}"
                    raise _contradiction(rules, f"{other}.{first}", f"{verdict}.{pattern}", what)
                if pinned.get(module, "").startswith("pins."):
                    what = f"{name} cannot be {verdict} and in a service"
                    raise _contradiction(rules, pinned[module], f"{verdict}.{pattern}", what)
                verdicts[module] = verdict
    return verdicts


def _elements(rules: Rules, graph: Graph, terrain: Terrain) -> Iterator[tuple[str, str]]:
    """Classes, functions and tables that a pattern places apart from their module."""
    wanted = [(p, s) for s, rule in sorted(rules.services.items()) for p in rule.classes]
    wanted += [(p, s) for p, s in sorted(rules.pins.items()) if ":" in p]
    tables = [(p, s) for s, rule in sorted(rules.services.items()) for p in rule.tables]
    if not wanted and not tables:
        return
    elements = graph.elements
    for key, kind, name in zip(
        elements.index.tolist(), elements["kind"].tolist(), elements["name"].tolist(), strict=True
    ):
        dotted = f"{terrain.names.get(str(key).partition('::')[0], '')}:{name}"
        for pattern, service in wanted:
            if kind in ("class", "function") and fnmatchcase(dotted, pattern):
                yield str(key), f"rule:{service}"
        for pattern, service in tables:
            if kind == "table" and fnmatchcase(str(name), pattern):
                yield str(key), f"rule:{service}"
