"""What a plan is made from, indexed once: breaks between services, tables, files and the tests over them."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from analyzer.model.breaks import Break, TableOwner
from analyzer.model.cut import REMAINDER, Cut, processes, proposed
from analyzer.model.graph import Graph
from analyzer.model.lookup import looked_up
from analyzer.plan.effort import work_items
from analyzer.settings import PlanSettings

Unit = tuple[str, ...]
"""Keys of services that are extracted together, sorted; mostly one."""


@dataclass(frozen=True, eq=False)
class Situation:
    """Graph, cut and breaks as the planner looks at them."""

    graph: Graph
    cut: Cut
    breaks: tuple[Break, ...]
    owners: tuple[TableOwner, ...]
    settings: PlanSettings

    @cached_property
    def between(self) -> dict[frozenset[str], tuple[Break, ...]]:
        """Breaks by the two services they tie, whichever way."""
        found: dict[frozenset[str], list[Break]] = defaultdict(list)
        for one in self.breaks:
            for pair in _pairs(one):
                found[pair].append(one)
        return {pair: tuple(breaks) for pair, breaks in found.items()}

    @cached_property
    def items(self) -> dict[frozenset[str], Counter[str]]:
        """Work items between two services."""
        return {pair: work_items(breaks) for pair, breaks in self.between.items()}

    @cached_property
    def inbound(self) -> Counter[tuple[str, str]]:
        """Breaks from one service to another."""
        return Counter((one.source_service, one.target_service) for one in self.breaks)

    @cached_property
    def files(self) -> dict[str, tuple[str, ...]]:
        """Files with code of each service, sorted; parts with their host, or in what stays behind."""
        placements, runs_in = self.cut.placements, processes(self.cut)
        owned = placements[placements["verdict"] == "owned"]["service"].map(lambda key: runs_in.get(key, key))
        frame = self.graph.elements[["file"]].assign(service=owned).dropna()
        frame = frame[frame["file"] != ""].drop_duplicates().sort_values(["service", "file"])
        return {str(service): tuple(group["file"]) for service, group in frame.groupby("service")}

    @cached_property
    def names(self) -> dict[str, str]:
        """Display names of the services."""
        return {REMAINDER: "the rest of the monolith", **{one.key: one.name for one in self.cut.services}}

    @cached_property
    def candidates(self) -> list[str]:
        """Keys of the services to extract, sorted: those proposed to run alone that have something to move."""
        return sorted(service.key for service in proposed(self.cut) if self.holds_anything(service.key))

    @cached_property
    def tests(self) -> dict[str, frozenset[str]]:
        """Test files by the file of code they name somewhere."""
        links, elements = self.graph.links, self.graph.elements
        keys = elements.index.tolist()
        role, files = (dict(zip(keys, elements[name].tolist(), strict=True)) for name in ("role", "file"))
        rows = links[looked_up(links["source"], role) == "test"]
        rows = rows[looked_up(rows["target"], role) == "code"]
        rows = rows.assign(covered=looked_up(rows["target"], files))[["file", "covered"]].drop_duplicates()
        return {str(file): frozenset(group["file"]) for file, group in rows.groupby("covered")}

    @cached_property
    def test_files(self) -> frozenset[str]:
        """Files that are tests."""
        elements = self.graph.elements
        return frozenset(elements.loc[elements["role"] == "test", "file"].tolist())

    def module_of(self, element: str) -> str:
        """The dotted name of the module that an element is in."""
        path = element.partition("::")[0]
        return self._modules.get(path, path)

    @cached_property
    def _modules(self) -> dict[str, str]:
        elements = self.graph.elements
        modules = elements[elements["kind"] == "module"]
        return dict(zip(modules.index.tolist(), modules["name"].tolist(), strict=True))

    def name(self, unit: Unit) -> str:
        """Display names of a unit's services in a row."""
        return " and ".join(self.names.get(one, one) for one in unit)

    def covering(self, files: tuple[str, ...]) -> tuple[str, ...]:
        """Test files that refer to any of the files."""
        return tuple(sorted(frozenset[str]().union(*(self.tests.get(file, frozenset()) for file in files))))

    def tying(self, unit: Unit, others: set[str]) -> list[Break]:
        """Breaks between the unit and any of the other services, sorted by key."""
        pairs = {frozenset((one, other)) for one in unit for other in others}
        found = {one.key: one for pair in pairs for one in self.between.get(pair, ())}
        return [found[key] for key in sorted(found)]

    def holds_anything(self, service: str) -> bool:
        """Whether there is code or a table to move; a service that is all shared or platform code has none."""
        return service in self.files or any(table.service == service for table in self.owners)

    def moved(self, unit: Unit) -> Counter[str]:
        """Work items of moving the unit itself: its modules, tables and routes."""
        files = {file for one in unit for file in self.files.get(one, ())}
        items = Counter({"service": 1, "module_moved": len(files)})
        items["table_moved"] = sum(table.service in unit for table in self.owners)
        items["route_moved"] = sum(route.file in files for route in self.graph.routes)
        return +items

    def contested(self, unit: Unit) -> list[TableOwner]:
        """Tables of the unit that another service has as good a claim on."""
        return [one for one in self.owners if one.contested and one.service in unit]


def _pairs(one: Break) -> list[frozenset[str]]:
    """The pairs of services that a break ties: its two ends, or all that a transaction writes in."""
    services = [one.source_service, one.target_service]
    if one.kind == "transaction":
        services += dict(one.facts).get("services", "").split(", ")
    return [frozenset(pair) for pair in combinations(sorted(set(services) - {""}), 2)]
