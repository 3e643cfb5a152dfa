"""The order of extraction: cheapest and safest first, as a strangler would."""

from collections import defaultdict
from math import floor, fsum, log2

from analyzer.model.cut import REMAINDER
from analyzer.plan.effort import middle_of
from analyzer.plan.situation import Situation, Unit
from analyzer.settings import PlanSettings

DATA_KINDS = frozenset(("foreign_key", "one_to_one", "many_to_many", "join", "transaction", "data_access"))


def extraction_order(situation: Situation, units: list[Unit], settings: PlanSettings) -> list[Unit]:
    """Units in the order of extraction; the last one is what remains of the monolith.

    Greedy: each time the unit that costs least to take out of what is left. Costs are compared by their power
    of two, so that one more call does not turn the plan around; equal ones go by breaks that come in, then by name.
    """
    ties, coming = _ties(situation, units, settings)
    work = {unit: fsum(ties[unit].values()) for unit in units}
    inbound = {unit: fsum(coming[unit].values()) for unit in units}
    moving = {unit: middle_of(situation.moved(unit), settings) for unit in units}
    dearer = {unit: 1 + len(situation.contested(unit)) * settings.contested_cost for unit in units}
    rest = [unit for unit in units if unit == (REMAINDER,)]
    left = [unit for unit in units if unit != (REMAINDER,)]
    order: list[Unit] = []

    def rank(unit: Unit) -> tuple[int, int, Unit]:
        return _grade(work[unit] * dearer[unit] + moving[unit]), _grade(inbound[unit]), unit

    ranks = {unit: rank(unit) for unit in units}
    while left:
        chosen = min(left, key=ranks.__getitem__)
        order.append(chosen)
        left.remove(chosen)
        for other, cost in ties[chosen].items():
            work[other] -= cost
        changed = set(ties[chosen])
        for other in left:
            if chosen in coming[other]:
                inbound[other] -= coming[other][chosen]
                changed.add(other)
        ranks.update({other: rank(other) for other in changed})
    return order + rest


Costs = dict[Unit, dict[Unit, float]]
Counts = dict[Unit, dict[Unit, int]]


def _ties(situation: Situation, units: list[Unit], settings: PlanSettings) -> tuple[Costs, Counts]:
    """Days of work between each unit and others, and breaks that come into each unit from others."""
    unit_of = {service: unit for unit in units for service in unit}
    costs: Costs = defaultdict(lambda: defaultdict(float))
    counts: Counts = defaultdict(lambda: defaultdict(int))
    for pair, items in sorted(situation.items.items(), key=lambda one: sorted(one[0])):
        first, second = (unit_of.get(service) for service in sorted(pair))
        if first and second and first != second:
            costs[first][second] += middle_of(items, settings)
            costs[second][first] = costs[first][second]
    for (source, target), count in sorted(situation.inbound.items()):
        first, second = unit_of.get(source), unit_of.get(target)
        if first and second and first != second:
            counts[second][first] += count
    return costs, counts


def _grade(number: float) -> int:
    """Powers of two; sums of floats are rounded first, so that their order does not decide."""
    return floor(log2(max(round(number, 6), 0.0) + 1))
