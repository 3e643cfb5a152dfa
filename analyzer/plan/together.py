"""Services that had better stay together for now, because almost all that holds one of them is the other."""

from collections import defaultdict

from analyzer.model.cut import REMAINDER
from analyzer.plan.effort import middle_of
from analyzer.plan.situation import Situation, Unit


def keep_together(situation: Situation) -> tuple[list[Unit], tuple[str, ...]]:
    """The units of extraction, sorted, and one sentence for each pair that is kept together.

    What stays behind is a unit, too, when there is anything: the last one, which nobody extracts.
    """
    services = situation.candidates
    unit_of: dict[str, set[str]] = {service: {service} for service in services}
    reasons: list[str] = []
    for _, first, second, reason in sorted(_tangled(situation, services)):
        joined = unit_of[first] | unit_of[second]
        if unit_of[first] is unit_of[second] or len(joined) > situation.settings.together_at_most:
            continue
        for member in joined:
            unit_of[member] = joined
        reasons.append(reason)
    tied = any(REMAINDER in (one.source_service, one.target_service) for one in situation.breaks)
    rest = [(REMAINDER,)] if tied or situation.holds_anything(REMAINDER) else []
    return sorted({tuple(sorted(members)) for members in unit_of.values()}) + rest, tuple(sorted(reasons))


def _tangled(situation: Situation, services: list[str]) -> list[tuple[float, str, str, str]]:
    """Pairs to keep together, most tangled first: (negative share, one, other, why)."""
    free = _freeing(situation)
    found = []
    for pair, breaks in situation.between.items():
        bound = sum(one.kind == "transaction" for one in breaks)
        if bound < situation.settings.together_transactions or not pair <= set(services):
            continue
        first, second = sorted(pair)
        whole = min(free[first], free[second])
        share = middle_of(situation.items[pair], situation.settings) / whole if whole else 0.0
        if share >= situation.settings.together_share:
            found.append((-round(share, 4), first, second, _why(situation, (first, second), bound, share)))
    return found


def _freeing(situation: Situation) -> dict[str, float]:
    """Days to free each service from all others."""
    days: dict[str, float] = defaultdict(float)
    for pair in sorted(situation.items, key=sorted):
        for service in pair:
            days[service] += middle_of(situation.items[pair], situation.settings)
    return days


def _why(situation: Situation, pair: tuple[str, str], transactions: int, share: float) -> str:
    first, second = (situation.names.get(one, one) for one in pair)
    return (
        f"Keep {first} and {second} together for now: {transactions} transactions write tables of both, and "
        f"{share:.0%} of the work to free the smaller of the two is between them."
    )
