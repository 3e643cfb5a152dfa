"""The fixpoint: every expression once, then whatever hears of something new, until nothing moves."""

from analyzer.model.expression import Defined, Imported, Variable
from analyzer.resolve.asked import connect_asked
from analyzer.resolve.crowds import CLOSED, CROWDED, MANY
from analyzer.resolve.evaluate import HANDLERS, evaluate
from analyzer.resolve.heirs import connect_heirs
from analyzer.resolve.last_resort import last_resort
from analyzer.resolve.namesakes import connect_namesakes
from analyzer.resolve.people import connect_people
from analyzer.resolve.program import Program
from analyzer.resolve.shown import connect_handed, connect_shown
from analyzer.resolve.stores import connect_stores
from analyzer.resolve.supplied import connect_supplied
from analyzer.resolve.values import Node

ROUNDS = 40  # evaluations a node on average; real code needs about two, so the bound only stops a runaway
NAMES = frozenset([Defined, Imported, Variable])
LAST_RESORTS = 3  # waves of assumptions; each can open new receivers


def solve(program: Program) -> bool:
    """Fill every node; False when the bound stopped it before nothing moved any more."""
    budget = ROUNDS * max(program.size, 1000)
    name_everything(program)
    connect_shown(program)
    settle_down(program, budget)
    connect_supplied(program)
    for unit in program.units:
        base = unit.base
        for index, expression in enumerate(unit.table):
            if expression.__class__ not in NAMES:
                HANDLERS[expression.__class__](program, unit, base + index, expression)
        connect_stores(program, unit)
    complete = settle_down(program, budget)
    connect_handed(program)
    connect_people(program)  # which classes are people is known by their bases only now
    connect_namesakes(program)
    connect_heirs(program)
    complete = assume(program, budget) and complete
    if connect_asked(program):
        complete = settle_down(program, budget) and assume(program, budget) and complete
    return complete


def assume(program: Program, budget: int) -> bool:
    """Try the last resorts where nothing better came."""
    complete = True
    for _ in range(LAST_RESORTS):
        late, program.late = program.late, []
        for node in dict.fromkeys(late):
            last_resort(program, node)
        complete = settle_down(program, budget) and complete
    return complete


def name_everything(program: Program) -> None:
    """Names and the bases of classes before everything else: what an attribute is depends on all bases of its class."""
    for unit in program.units:
        base = unit.base
        for index, expression in enumerate(unit.table):
            if expression.__class__ in NAMES:
                HANDLERS[expression.__class__](program, unit, base + index, expression)
        for scope in unit.facts.scopes:
            for index in scope.bases:
                HANDLERS[unit.table[index].__class__](program, unit, base + index, unit.table[index])


def settle_down(program: Program, budget: int) -> bool:
    """Work the queues off."""
    queue, fresh, waiting = program.queue, program.fresh, program.waiting
    readers = program.readers
    while queue or fresh:
        if fresh:
            evaluate(program, fresh.popleft())
            continue
        budget -= 1
        if budget < 0:
            return False
        node = queue.popleft()
        waiting[node] = 0
        targets = program.flows[node]
        if targets is not None:
            hand_on(program, node, [targets] if isinstance(targets, int) else targets)
        heard = readers[node]
        if heard is not None:
            for reader in [heard] if isinstance(heard, int) else list(heard):
                evaluate(program, reader)
    return True


def hand_on(program: Program, node: Node, targets: list[Node]) -> None:  # noqa: C901 - for every value; calls cost
    """What a node has not told yet goes where it flows."""
    held, told = program.values[node], program.told[node]
    if len(held) == told:
        return
    program.told[node] = len(held)
    new = held[told:]
    if len(new) > MANY:
        for target in targets:
            program.grow(target, new)
        return
    values, waiting, queue, grow = program.values, program.waiting, program.queue, program.grow
    flows, readers, crowded = program.flows, program.readers, program.crowded
    alone = new[0] if len(new) == 1 else None
    rest: bool | None = None
    for target in targets:
        old = values[target]
        if old:  # what most nodes that hold something already do not take is not even offered
            if crowded[target]:
                if rest is None:
                    rest = not CROWDED.issuperset(map(type, new))
                if not rest or crowded[target] == CLOSED:
                    continue
            if alone not in old:
                grow(target, new)
        else:  # what ``grow`` does for a node that holds nothing yet, as most do
            values[target] = new
            if not waiting[target] and (flows[target] is not None or readers[target] is not None):
                waiting[target] = 1
                queue.append(target)
