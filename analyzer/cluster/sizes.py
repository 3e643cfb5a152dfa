"""Reach the sizes and the number of services that a person asked for, by joining and by splitting groups."""

from collections import Counter, defaultdict

from analyzer.cluster.communities import communities
from analyzer.cluster.terrain import Terrain
from analyzer.errors import InvalidSettings
from analyzer.model.rules import Rules


def reach_sizes(rules: Rules, terrain: Terrain, labels: dict[str, str], pinned: set[str]) -> dict[str, str]:
    """The labels with no group below ``smallest``, none above ``largest``, and ``wanted`` groups.

    Raises ``InvalidSettings`` where the rules leave no way: it names the rules that stand against each other.
    """
    _check(rules, terrain, labels, pinned)
    settled = dict(labels)
    fixed = {settled[module] for module in pinned} | {f"rule:{service}" for service in rules.services}
    if rules.largest:
        settled = _split_large(terrain, settled, fixed, rules.largest)
    if rules.smallest:
        settled = _join_small(terrain, settled, fixed, rules)
    if rules.wanted:
        settled = _reach_number(terrain, settled, fixed, rules)
    return settled


def _check(rules: Rules, terrain: Terrain, labels: dict[str, str], pinned: set[str]) -> None:
    if rules.largest and rules.smallest > rules.largest:
        raise _against(rules, "smallest", "largest", "No service can be that small and that large")
    named = {labels[module] for module in pinned}
    if rules.wanted and len(named) > rules.wanted:
        first = next(iter(rules.services), "")
        raise _against(rules, "wanted", f"services.{first}", f"{len(named)} groups are named, {rules.wanted} wanted")
    if rules.wanted > len(terrain.names):
        raise InvalidSettings(f"{rules.place('wanted')} wants {rules.wanted} services of {len(terrain.names)} modules.")
    for label, size in Counter(labels[module] for module in pinned).items():
        if rules.largest and size > rules.largest:
            raise _against(
                rules, "largest", f"services.{label.partition(':')[2]}", f"{size} modules are pinned together"
            )


def _against(rules: Rules, first: str, second: str, what: str) -> InvalidSettings:
    return InvalidSettings(f"{what}: {rules.place(first)} and {rules.place(second)} contradict each other.")


def _split_large(terrain: Terrain, labels: dict[str, str], fixed: set[str], largest: int) -> dict[str, str]:
    """Communities inside each group that is too large; where links give none, its modules in order."""
    settled = dict(labels)
    waiting = [label for label, size in sorted(Counter(labels.values()).items()) if size > largest]
    while waiting:
        label = waiting.pop()
        inside = sorted(module for module in settled if settled[module] == label)
        found = communities(inside, terrain.ties, resolution=1.0, seed=0)
        if len(set(found.values())) == 1 or len(set(found.values())) == len(inside):
            found = {module: position // largest for position, module in enumerate(inside)}
        for module, part in found.items():
            if part or label not in fixed:
                settled[module] = f"{label}/{part}"
        sizes = Counter(settled[module] for module in inside)
        waiting.extend(name for name, size in sorted(sizes.items()) if size > largest)
    return settled


def _join_small(terrain: Terrain, labels: dict[str, str], fixed: set[str], rules: Rules) -> dict[str, str]:
    settled = dict(labels)
    while len(sizes := Counter(settled.values())) > 1:
        small = [label for label, size in sizes.items() if size < rules.smallest and label not in fixed]
        if not small:
            break
        settled = _join(terrain, settled, min(small, key=lambda label: (sizes[label], label)), rules.largest)
    return settled


def _reach_number(terrain: Terrain, labels: dict[str, str], fixed: set[str], rules: Rules) -> dict[str, str]:
    settled = dict(labels)
    while len(sizes := Counter(settled.values())) > rules.wanted:
        free = [label for label in sizes if label not in fixed]
        settled = _join(terrain, settled, min(free, key=lambda label: (sizes[label], label)), rules.largest)
    while len(sizes := Counter(settled.values())) < rules.wanted:
        label = max(sizes, key=lambda label: (sizes[label], label))
        inside = sorted(module for module in settled if settled[module] == label)
        moving = communities(inside, terrain.ties, resolution=1.0, seed=0)
        leaving = [module for module in inside if moving[module] == 1] or inside[len(inside) // 2 :]
        settled.update(dict.fromkeys(leaving, f"{label}/{len(sizes)}"))
    return settled


def _join(terrain: Terrain, labels: dict[str, str], label: str, largest: int) -> dict[str, str]:
    """Join a group with the one it has most ties to, that it still fits into; with the smallest where none."""
    weights: dict[str, float] = defaultdict(float)
    sizes = Counter(labels.values())
    own = sizes[label]
    for module in sorted(module for module in labels if labels[module] == label):
        for other, weight in sorted(terrain.ties[module].items()):
            weights[labels[other]] += weight
    fitting = [name for name in sizes if name != label and not (largest and sizes[name] + own > largest)]
    if not fitting:
        raise InvalidSettings("No cut has that few services of that size: raise `largest` or `wanted`.")
    target = min(fitting, key=lambda name: (-round(weights[name], 9), sizes[name], name))
    return {module: target if found == label else found for module, found in labels.items()}
