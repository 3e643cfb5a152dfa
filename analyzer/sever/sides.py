"""Which service every element is on, which links cross, and what a request can reach."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analyzer.model.breaks import Occurrence, TableOwner
from analyzer.model.cut import Cut
from analyzer.model.graph import Graph, Handover, Signature, Table
from analyzer.model.lookup import looked_up
from analyzer.sever.certainty import doubtful, sure, with_certainty
from analyzer.sever.requests import leading_to, reached_by_requests


@dataclass(frozen=True, eq=False)
class Sides:
    """The cut seen from the links; everything is computed once and then only read.

    ``service_of`` maps an element key to its service key; shared, duplicated, platform and unplaced code is
    not in it, tables always are, by their owner.
    """

    graph: Graph
    service_of: dict[str, str]
    owners: tuple[TableOwner, ...]

    @cached_property
    def crossing(self) -> pd.DataFrame:
        """Links from code of one service to another, with source_service, target_service, in_request."""
        links = with_certainty(self.graph.links)
        table = links.assign(
            source_service=looked_up(links["source"], self.service_of),
            target_service=looked_up(links["target"], self.service_of),
        )
        across = (
            (table["source_service"] != table["target_service"])
            & (table["source_service"] != "")
            & (table["target_service"] != "")
            & (looked_up(table["source"], self.role, "code") == "code")
        )
        table = table[across]
        table = table[sure(table, self.is_model_method)]
        return table.assign(in_request=table["source"].isin(self.reached))

    @cached_property
    def uncertain(self) -> frozenset[tuple[str, int, str]]:
        """Places (element, line, target) that have too many other candidates to be believed."""
        rows = doubtful(with_certainty(self.graph.links))
        return frozenset(zip(rows["source"].tolist(), rows["line"].tolist(), rows["target"].tolist(), strict=True))

    @cached_property
    def role(self) -> dict[str, str]:
        """What the file of each element is for."""
        return self._column("role")

    @cached_property
    def kind(self) -> dict[str, str]:
        """Element kinds by key."""
        return self._column("kind")

    @cached_property
    def file(self) -> dict[str, str]:
        """Files by element key."""
        return self._column("file")

    @cached_property
    def parent(self) -> dict[str, str]:
        """The container of each element."""
        return self._column("parent")

    @cached_property
    def _names(self) -> dict[str, str]:
        return self._column("name")

    def _column(self, name: str) -> dict[str, str]:
        elements = self.graph.elements
        return dict(zip(elements.index.tolist(), elements[name].tolist(), strict=True))

    @cached_property
    def reached(self) -> frozenset[str]:
        """Elements that run while somebody waits for an answer."""
        return reached_by_requests(self.graph)

    @cached_property
    def touching(self) -> frozenset[str]:
        """Elements that use tables, state, events or queues, themselves or through what they call."""
        links = self.graph.links
        kinds = ("read", "write", "publish", "task", "state_read", "state_write")
        users = {element for state in self.graph.states for element, _, _ in (*state.reads, *state.writes)}
        return leading_to(self.graph, users | set(links.loc[links["kind"].isin(kinds), "source"].tolist()))

    @cached_property
    def answering(self) -> frozenset[str]:
        """Functions and classes that answer requests from outside."""
        elements = {route.element for route in self.graph.routes} - {""}
        return frozenset(elements | {self.parent.get(one, "") for one in elements if self.kind.get(one) == "function"})

    @cached_property
    def signatures(self) -> dict[str, Signature]:
        """Signatures by element key."""
        return {one.element: one for one in self.graph.signatures}

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Tables by their key."""
        return {one.key: one for one in self.graph.tables}

    @cached_property
    def tables_by_class(self) -> dict[str, Table]:
        """Tables by the class that maps them."""
        return {one.element: one for one in self.graph.tables if one.element}

    @cached_property
    def classes_by_name(self) -> dict[str, list[Table]]:
        """Tables by the lower-case name of the class that maps them."""
        found: dict[str, list[Table]] = defaultdict(list)
        for table in self.graph.tables:
            if table.element:
                found[table.element.rpartition("::")[2].rpartition(".")[2].lower()].append(table)
        return found

    @cached_property
    def table_of_class(self) -> dict[str, str]:
        """The key of the table each mapped class stands for."""
        return {one.element: one.key for one in self.graph.tables if one.element}

    @cached_property
    def models(self) -> frozenset[str]:
        """Classes that map a table."""
        return frozenset(self.table_of_class)

    @cached_property
    def inherited(self) -> dict[str, list[str]]:
        """Bases of each class."""
        found: dict[str, list[str]] = defaultdict(list)
        for source, target in self.ends("inherit"):
            found[source].append(target)
        return found

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
        candidates: dict[tuple[str, str, str, int], set[str]] = defaultdict(set)
        for one in self.graph.handovers:
            candidates[one.element, one.function, one.parameter, one.line].add(one.table)
        found: dict[tuple[str, str], list[Handover]] = defaultdict(list)
        for one in self.graph.handovers:
            if len(candidates[one.element, one.function, one.parameter, one.line]) > 1:
                continue
            source, target = self.service(one.element), self.service(one.function)
            if source and target and source != target and self.is_code(one.element):
                found[source, one.function].append(one)
        return found

    @cached_property
    def table_variables(self) -> frozenset[str]:
        """Variables that stand for a table, declared without a class: what is done with them is told by queries."""
        elements = self.graph.elements
        variables = elements[elements["kind"] == "variable"]
        places = {(table.file, table.line) for table in self.graph.tables if not table.element}
        rows = zip(variables.index.tolist(), variables["file"].tolist(), variables["line"].tolist(), strict=True)
        return self.models | {key for key, file, line in rows if (file, line) in places}

    @cached_property
    def _mapped_classes(self) -> frozenset[str]:
        """Classes that map a table, and their abstract bases."""
        abstract = {one.element for one in self.graph.signatures if one.flavour == "orm"}
        return self.models | abstract

    def is_model_method(self, element: str) -> bool:
        """Whether the element is a method of a class that maps a table."""
        return self.parent.get(element, "") in self._mapped_classes

    def mapped_by(self, table: str) -> str:
        """The class that maps a table, "" when none does."""
        return self.tables[table].element if table in self.tables else ""

    @cached_property
    def event_variables(self) -> frozenset[str]:
        """Variables that only stand for an event: who uses them is told by the breaks of the event."""
        links = self.graph.links
        return frozenset(links.loc[links["kind"].isin(("publish", "subscribe")), "target"].tolist())

    def ends(self, kind: str) -> Iterator[tuple[str, str]]:
        """Source and target of all links of a kind."""
        links = self.graph.links
        rows = links[links["kind"] == kind]
        return zip(rows["source"].tolist(), rows["target"].tolist(), strict=True)

    def service(self, element: str) -> str:
        """The service that owns the element, "" when none does."""
        return self.service_of.get(element, "")

    def is_code(self, element: str) -> bool:
        """Whether the element is in a file that takes part in the cut."""
        return self.role.get(element, "code") == "code"

    def name(self, element: str) -> str:
        """What people call the element: its table name, its qualified name, or its module's dotted name."""
        table = self.tables.get(element)
        if table is not None:
            return table.name
        return self._names.get(element, element)

    def place(self, element: str, file: str, line: int, more: tuple[str, bool, str] = ("", False, "")) -> Occurrence:
        """An occurrence in the code of ``element``; ``more`` is its target, whether in a loop, and a detail."""
        target, in_loop, detail = more
        return Occurrence(file, line, element, target, in_loop, element in self.reached, detail)


def take_sides(graph: Graph, cut: Cut, owners: tuple[TableOwner, ...]) -> Sides:
    """Lay the cut over the graph; a table is on the side of its owner."""
    placements = cut.placements
    owned = placements.loc[placements["verdict"] == "owned", "service"]
    service_of = {str(key): str(service) for key, service in owned.items()}
    service_of |= {owner.table: owner.service for owner in owners if owner.service}
    return Sides(graph, service_of, owners)
