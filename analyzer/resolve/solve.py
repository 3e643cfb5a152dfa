"""The fixpoint: every expression once, then whatever hears of something new, until nothing moves."""

from analyzer.model.expression import Defined, Imported, Variable
from analyzer.resolve.evaluate import HANDLERS, evaluate
from analyzer.resolve.last_resort import last_resort
from analyzer.resolve.namesakes import connect_namesakes
from analyzer.resolve.people import connect_people
from analyzer.resolve.program import Program
from analyzer.resolve.stores import connect_stores
from analyzer.resolve.supplied import connect_supplied

ROUNDS = 40  # evaluations a node on average; real code needs about two, so the bound only stops a runaway
NAMES = frozenset([Defined, Imported, Variable])
LAST_RESORTS = 3  # waves of assumptions; each can open new receivers


def solve(program: Program) -> bool:
    """Fill every node; False when the bound stopped it before nothing moved any more."""
    budget = ROUNDS * max(program.size, 1000)
    name_everything(program)
    settle_down(program, budget)
    connect_supplied(program)
    for unit in program.units:
        base = unit.base
        for index, expression in enumerate(unit.table):
            if expression.__class__ not in NAMES:
                HANDLERS[expression.__class__](program, unit, base + index, expression)
        connect_stores(program, unit)
    complete = settle_down(program, budget)
    connect_people(program)  # which classes are people is known by their bases only now
    connect_namesakes(program)
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
    flows, readers, values = program.flows, program.readers, program.values
    while queue or fresh:
        if fresh:
            evaluate(program, fresh.popleft())
            continue
        budget -= 1
        if budget < 0:
            return False
        node = queue.popleft()
        waiting[node] = 0
        targets = flows[node]
        if targets is not None:
            held = values[node]
            new = held[program.told[node] :]
            program.told[node] = len(held)
            for target in [targets] if isinstance(targets, int) else targets:
                program.grow(target, new)
        heard = readers[node]
        if heard is not None:
            for reader in [heard] if isinstance(heard, int) else list(heard):
                evaluate(program, reader)
    return True
