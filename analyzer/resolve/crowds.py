"""What a node keeps of many values: all code, methods of different names, few instances, of literals their type."""

from typing import TYPE_CHECKING

from analyzer.resolve.values import Bound, Class, Container, Function, Instance, Literal, Method, Node, Outside, Super
from analyzer.resolve.values import Value as Held

if TYPE_CHECKING:
    from analyzer.resolve.program import Program

WIDEST = 16  # values a node keeps; on real code more than that is "anything"
WIDEST_TABLE = 64  # functions and classes a node keeps: tables of commands and rules have a few dozen
MANY = 8  # literals told apart at one node: the keys of a dispatch, not the texts of a log function
FEW = 8  # instances and containers told apart at one node: a base class with more heirs is taken as itself
CODE = frozenset([Class, Function])
CROWDS = frozenset([Bound, Container, Instance, Method, Outside, Super])
CROWDED = CROWDS - {Bound}  # what a node that has enough of them never takes
MERGED = CROWDS | {Literal}
ENTRIES = frozenset([Bound, Class, Function])  # what tables of commands and rules hold
CLOSED = 2  # the mark of a node that takes nothing more


def beside_many(new: tuple[Held, ...], old: tuple[Held, ...]) -> tuple[Held, ...]:
    """What is new to a node that holds all it can: code only."""
    return tuple([one for one in new if (one.__class__ in CODE or _is_other(one, old)) and one not in old])


def beside_crowd(new: tuple[Held, ...], old: tuple[Held, ...]) -> tuple[Held, ...]:
    """What is new to a node that takes no more instances and containers."""
    return tuple([one for one in new if (one.__class__ not in CROWDS or _is_other(one, old)) and one not in old])


def _is_other(value: Held, held: tuple[Held, ...]) -> bool:
    """A method that no held one is the same as but for its object: an entry of a table and not one more heir."""
    if value.__class__ is not Bound:
        return False
    function = value.function
    return all(one.__class__ is not Bound or one.function is not function for one in held)


def blurred(program: "Program", node: Node, added: tuple[Held, ...], old: tuple[Held, ...]) -> tuple[Held, ...]:
    """Where values are many, literals keep only their type, and further instances and containers are dropped."""
    if len(added) == 1 and added[0].__class__ not in MERGED:
        return added  # by far the most frequent case
    room = 0
    if not program.crowded[node]:
        room = FEW - sum([value.__class__ in CROWDS for value in old])
        if room <= 0:
            program.crowded[node] = 1
    kept: dict[Held, None] = {}
    for value in added:
        if value.__class__ is Literal:
            kept[program.plain(value.type)] = None
        elif value.__class__ not in CROWDS:
            kept[value] = None
        elif room > 0:
            room -= 1
            kept[value] = None
        elif _is_other(value, (*old, *kept)):
            kept[value] = None
    return tuple([value for value in kept if value not in old])


def narrowed(program: "Program", node: Node, held: tuple[Held, ...]) -> tuple[Held, ...]:
    """What a full node keeps: of tables of functions and classes more than of a mixture, which says nothing."""
    first = held[:WIDEST]
    if is_mixture(first):
        program.crowded[node] = CLOSED
        return first
    kept = (*first, *[value for value in held[WIDEST:] if value.__class__ in ENTRIES])
    if len(kept) >= WIDEST_TABLE:
        program.crowded[node] = CLOSED
    return kept[:WIDEST_TABLE]


def is_mixture(held: tuple[Held, ...]) -> bool:
    """Whether a node may hold anything: it is full, and half of it or more is no entry of a table."""
    return len(held) == WIDEST and 2 * sum([value.__class__ in ENTRIES for value in held]) <= WIDEST
