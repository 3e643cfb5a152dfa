"""The order of extraction: cheapest and safest first, as a strangler would."""

from math import floor, log2

from analyzer.plan.effort import effort_of, middle, work_items
from analyzer.plan.situation import Situation, Unit

DATA_KINDS = frozenset(("foreign_key", "one_to_one", "many_to_many", "join", "transaction", "data_access"))


def extraction_order(situation: Situation, units: list[Unit]) -> list[Unit]:
    """Units in the order of extraction; the last one is what remains of the monolith.

    Greedy: each time the unit that costs least to take out of what is left. Costs are compared by their power
    of two, so that one more call does not turn the plan around; equal ones go by name.
    """
    left = list(units)
    order: list[Unit] = []
    while left:
        chosen = min(left, key=lambda unit: _rank(situation, unit, {key for one in left for key in one}))
        order.append(chosen)
        left.remove(chosen)
    return order


def _rank(situation: Situation, unit: Unit, left: set[str]) -> tuple[int, int, Unit]:
    ties = situation.tying(unit, left - set(unit))
    inbound = sum(one.target_service in unit for one in ties)
    contested = len(situation.contested(unit))
    cost = middle(effort_of(work_items(ties), situation.settings)) * (1 + contested * situation.settings.contested_cost)
    return _grade(cost), _grade(inbound), unit


def _grade(number: float) -> int:
    return floor(log2(number + 1))
