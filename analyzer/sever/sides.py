"""Which service every element is on, which links cross, and what a request can reach."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analyzer.model.breaks import Occurrence, TableOwner
from analyzer.model.cut import Cut
from analyzer.model.flows import link_rows
from analyzer.model.graph import LINK_COLUMNS, Graph, Handover
from analyzer.model.lookup import looked_up
from analyzer.sever.certainty import certain_links, doubtful, sure
from analyzer.sever.codebase import Codebase
from analyzer.sever.handing import believable_handovers
from analyzer.sever.placed import sides_of
from analyzer.sever.requests import leading_to, reached_by_requests
from analyzer.sever.shared import in_each_copy

TEXTS = [name for name, kind in LINK_COLUMNS.items() if kind == "str"]


@dataclass(frozen=True, eq=False)
class Sides(Codebase):
    """The codebase with a cut laid over it.

    ``service_of`` maps an element key to the key of the service it runs in; shared, duplicated, platform and unplaced
    code is not in it, tables always are, by their owner.
    """

    service_of: dict[str, str]
    owners: tuple[TableOwner, ...]

    @cached_property
    def crossing(self) -> pd.DataFrame:
        """Links from code that one service runs to another, with source_service, target_service, in_request."""
        links = certain_links(self.graph)
        own = links.assign(source_service=looked_up(links["source"], self.service_of))
        table = pd.concat([own, in_each_copy(self, links, self.service_of)], ignore_index=True)
        table = table.assign(target_service=looked_up(table["target"], self.service_of))
        across = (
            (table["source_service"] != table["target_service"])
            & (table["source_service"] != "")
            & (table["target_service"] != "")
            & (looked_up(table["source"], self.role, "code") == "code")
        )
        table = table[across]
        table = table[sure(table, self.is_model_method)]
        table = table.astype(dict.fromkeys(TEXTS, "str"))
        return table.assign(in_request=np.array([source in self.reached for source in table["source"].tolist()], bool))

    @cached_property
    def uncertain(self) -> frozenset[tuple[str, int, str]]:
        """Places (element, line, target) that have too many other candidates to be believed."""
        rows = doubtful(certain_links(self.graph))
        return frozenset(zip(rows["source"].tolist(), rows["line"].tolist(), rows["target"].tolist(), strict=True))

    @cached_property
    def reached(self) -> frozenset[str]:
        """Elements that run while somebody waits for an answer."""
        return reached_by_requests(self.graph)

    @cached_property
    def touching(self) -> frozenset[str]:
        """Elements that use tables, state, events or queues, themselves or through what they call."""
        kinds = ("read", "write", "publish", "task", "state_read", "state_write")
        users = {element for state in self.graph.states for element, _, _ in (*state.reads, *state.writes)}
        return leading_to(self.graph, users | {source for source, _ in link_rows(self.graph, kinds)})

    @cached_property
    def _stateful(self) -> frozenset[str]:
        """Elements that touch something, and the classes and functions around them."""
        found = set(self.touching)
        waiting = list(found)
        while waiting:
            around = self.parent.get(waiting.pop(), "")
            if self.kind.get(around) in ("class", "function") and around not in found:
                found.add(around)
                waiting.append(around)
        return frozenset(found)

    def only_computes(self, element: str) -> bool:
        """Whether no use of tables, state, events or queues was seen in it, nor in what is defined inside it."""
        return bool(self.graph.tables) and element not in self._stateful

    @cached_property
    def joined(self) -> dict[str, set[tuple[str, str, int]]]:
        """Where queries join in each table: element, file, line."""
        found: dict[str, set[tuple[str, str, int]]] = defaultdict(set)
        for join in self.graph.joins:
            for table in join.tables if len({self.service(table) for table in join.tables} - {""}) > 1 else ():
                found[table].add((join.element, join.file, join.line))
        return found

    @cached_property
    def handed(self) -> dict[tuple[str, str], list[Handover]]:
        """Instances that cross a call, by the service that calls and the function that is called."""
        found: dict[tuple[str, str], list[Handover]] = defaultdict(list)
        for one in believable_handovers(self.graph):
            source, target = self.service(one.element), self.service(one.function)
            if source and target and source != target and self.is_code(one.element):
                found[source, one.function].append(one)
        return found

    def service(self, element: str) -> str:
        """The service that owns the element, "" when none does."""
        return self.service_of.get(element, "")

    def place(self, element: str, file: str, line: int, more: tuple[str, bool, str] = ("", False, "")) -> Occurrence:
        """An occurrence in the code of ``element``; ``more`` is its target, whether in a loop, and a detail."""
        target, in_loop, detail = more
        return Occurrence(file, line, element, target, in_loop, element in self.reached, detail)


def take_sides(graph: Graph, cut: Cut, owners: tuple[TableOwner, ...]) -> Sides:
    """Lay the cut over the graph; a part is on the side of its host, a table on that of its owner."""
    runs = graph.elements["role"].isin(("code", ""))
    code = set(graph.elements.index[runs].tolist())  # tests and migrations run in no service
    service_of = {key: service for key, service in sides_of(cut).items() if key in code}
    service_of |= {owner.table: owner.service for owner in owners if owner.service}
    return Sides(graph, service_of, owners)
