"""What the order and the sums hang on: the same plan with each weight halved and raised by half."""

from math import fsum

from msgspec.structs import replace

from analyzer.model.roadmap import Effort
from analyzer.plan.order import extraction_order
from analyzer.plan.situation import Situation, Unit
from analyzer.settings import PlanSettings

FACTORS = (0.5, 1.5)
SHOWN = 3  # services named; with more a reader no longer sees which matter


def weigh_the_weights(situation: Situation, units: list[Unit], order: list[Unit], effort: Effort) -> tuple[str, ...]:
    """Sentences on how the order changes when a weight is wrong by half, and on what the sum is made of."""
    return (*_order_sentences(situation, units, order), *_sum_sentences(effort))


def _sum_sentences(effort: Effort) -> tuple[str, ...]:
    shares = sorted(((count * (low + high) / 2, name) for name, count, low, high in effort.items), reverse=True)
    whole = fsum(share for share, _ in shares)
    if not whole:
        return ()
    largest = ", ".join(f"{_words(name)} ({share / whole:.0%})" for share, name in shares[:3])
    return (f"The sum hangs most on the weights of {largest}.",)


def _order_sentences(situation: Situation, units: list[Unit], order: list[Unit]) -> tuple[str, ...]:
    """In how many trials the order holds, and the few services whose place hangs most on a weight."""
    kinds = sorted({kind for items in situation.items.values() for kind in items})
    trials = [(kind, factor) for kind in kinds for factor in FACTORS]
    if not trials:
        return ("Nothing is severed, so no weight changes the order.",)
    moves: dict[Unit, dict[str, int]] = {unit: {} for unit in order}
    same = 0
    for kind, factor in trials:
        other = extraction_order(situation, units, _scaled(situation.settings, kind, factor))
        same += other == order
        for place, unit in enumerate(order):
            far = abs(other.index(unit) - place)
            moves[unit][kind] = max(far, moves[unit].get(kind, 0))
    trial = "that take one weight times 0.5 or 1.5"
    told = f"The order of extraction stays the same in {same} of {len(trials)} trials {trial}."
    return (told, *_least_certain(situation, moves))


def _least_certain(situation: Situation, moves: dict[Unit, dict[str, int]]) -> tuple[str, ...]:
    furthest = {unit: max(((far, kind) for kind, far in one.items()), default=(0, "")) for unit, one in moves.items()}
    moved = sorted((unit for unit in moves if furthest[unit][0]), key=lambda unit: (-furthest[unit][0], unit))
    if not moved:
        return ()
    told = [
        f"{situation.name(unit)} ({counted(furthest[unit][0], 'place')} with the weight of {_words(furthest[unit][1])})"
        for unit in moved[:SHOWN]
    ]
    rest = len(moves) - len(moved)
    still = f" {counted(rest, 'unit')} of {len(moves)} never move." if rest else ""
    return (f"Least certain in its place: {', '.join(told)}.{still}",)


def _words(kind: str) -> str:
    return kind.replace("_", " ")


def counted(count: int, word: str) -> str:
    """A count with its noun."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _scaled(settings: PlanSettings, kind: str, factor: float) -> PlanSettings:
    low, high = settings.weight(kind)
    return replace(settings, work={**settings.work, kind: (low * factor, high * factor)})
