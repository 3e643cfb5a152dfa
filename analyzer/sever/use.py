"""How one element of a service is used from another: what the rules for remedies look at."""

from typing import NamedTuple

from analyzer.model.graph import Signature


class Use(NamedTuple):
    """How one element is used from another service."""

    name: str
    kinds: frozenset[str]
    element_kind: str
    typing_only: bool  # imported for type checks and never used at run time
    in_loop: int
    signature: Signature | None
    orm: str  # the model class, when the element is a method of one
    only_computes: bool  # no use of tables, state, events or queues was seen in it
    is_route: bool  # it answers requests from outside
    handed: tuple[str, ...]  # instances that cross, with the fields that are used
    is_model: bool
    models: frozenset[str]  # keys of all classes that map a table
    is_event: bool = False  # a class that stands for an event
    is_bus: bool = False  # used only where events are published or subscribed to
