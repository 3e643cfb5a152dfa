"""The order of extraction: cheapest and safest first, as a strangler would."""

from math import floor, log2

from analyzer.plan.effort import middle_of
from analyzer.plan.situation import Situation, Unit
from analyzer.settings import PlanSettings

DATA_KINDS = frozenset(("foreign_key", "one_to_one", "many_to_many", "join", "transaction", "data_access"))


def extraction_order(situation: Situation, units: list[Unit], settings: PlanSettings) -> list[Unit]:
    """Units in the order of extraction; the last one is what remains of the monolith.

    Greedy: each time the unit that costs least to take out of what is left. Costs are compared by their power
    of two, so that one more call does not turn the plan around; equal ones go by breaks that come in, then by name.
    """
    between = {pair: middle_of(items, settings) for pair, items in situation.items.items()}
    cost = {(one, other): _between(between, one, other) for one in units for other in units if one != other}
    moving = {unit: middle_of(situation.moved(unit), settings) for unit in units}
    dearer = {unit: 1 + len(situation.contested(unit)) * settings.contested_cost for unit in units}
    left = list(units)
    order: list[Unit] = []

    def rank(unit: Unit) -> tuple[int, int, Unit]:
        others = [other for other in left if other != unit]
        work = sum(cost[unit, other] for other in others) * dearer[unit] + moving[unit]
        inbound = sum(situation.inbound.get((source, target), 0) for o in others for source in o for target in unit)
        return _grade(work), _grade(inbound), unit

    while left:
        chosen = min(left, key=rank)
        order.append(chosen)
        left.remove(chosen)
    return order


def _between(costs: dict[frozenset[str], float], first: Unit, second: Unit) -> float:
    return sum(costs.get(frozenset((one, other)), 0.0) for one in first for other in second)


def _grade(number: float) -> int:
    return floor(log2(number + 1))
