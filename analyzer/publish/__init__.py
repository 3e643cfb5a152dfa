"""Breaks and routes to contracts: what each proposed service must publish to the others and to the outside."""

from collections.abc import Collection, Iterable

from analyzer.model.breaks import Break
from analyzer.model.contract import Contract
from analyzer.model.cut import Cut, ServiceKind
from analyzer.model.graph import Graph
from analyzer.publish.actions import publish_function
from analyzer.publish.codebase import Codebase, survey
from analyzer.publish.draft import Draft
from analyzer.publish.messages import Talk, gather, publish_messages
from analyzer.publish.needs import Need, collect_needs
from analyzer.publish.resources import publish_table
from analyzer.publish.routes import publish_routes
from analyzer.publish.schemas import fill_waiting

__all__ = ["publish"]

PROPOSED: tuple[ServiceKind, ...] = ("service",)
"""What is proposed to run alone; other groups get no contract unless somebody asks."""


def publish(
    graph: Graph, cut: Cut, breaks: Iterable[Break], kinds: Collection[ServiceKind] = PROPOSED
) -> tuple[Contract, ...]:
    """The contract of every group of the cut that is of one of ``kinds``, in the order of its services.

    An operation serves breaks (what others need from code that moves away) or a route the service owns.
    What could not be learned from the code is a debt of the contract, never a guess.
    """
    codebase = survey(graph, cut, kinds)
    everything = tuple(breaks)
    needs = collect_needs(codebase, everything)
    keys = [group.key for group in cut.services if group.kind in kinds]
    talk = gather(codebase, everything)
    return tuple(_contract(codebase, key, needs.get(key, ()), talk) for key in keys)


def _contract(codebase: Codebase, service: str, needs: Iterable[Need], talk: Talk) -> Contract:
    draft = Draft(codebase, service)
    for need in needs:
        if need.table:
            publish_table(draft, need)
        if need.function:
            publish_function(draft, need)
    publish_routes(draft)
    publish_messages(draft, talk)
    fill_waiting(draft)
    return draft.contract()
