"""What the finders of breaks look up in a graph, indexed once: elements, tables, classes, events."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from analyzer.model.flows import link_rows
from analyzer.model.graph import Graph, Signature, Table

Reach = tuple[set[str], tuple[str, ...]]  # files, and the folders of packages among them


@dataclass(frozen=True, eq=False)
class Codebase:
    """A graph by element key; everything is computed when first asked for and then only read."""

    graph: Graph

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
        return dict(zip(self._keys, self.graph.elements[name].tolist(), strict=True))

    @cached_property
    def _keys(self) -> list[str]:
        return self.graph.elements.index.tolist()

    @cached_property
    def answering(self) -> frozenset[str]:
        """Functions and classes that answer requests from outside."""
        elements = {route.element for route in self.graph.routes} - {""}
        return frozenset(elements | {self.parent.get(one, "") for one in elements if self.kind.get(one) == "function"})

    def answers(self, element: str) -> bool:
        """Whether the element, or a class around it, answers requests from outside."""
        while element:
            if element in self.answering:
                return True
            element = self.parent.get(element, "")
        return False

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
    def table_variables(self) -> frozenset[str]:
        """Variables that stand for a table, declared without a class: what is done with them is told by queries."""
        elements = self.graph.elements
        variables = elements[elements["kind"] == "variable"]
        places = {(table.file, table.line) for table in self.graph.tables if table.evidence != "class"}
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
    def imported(self) -> dict[str, set[str]]:
        """Files that each file imports."""
        found: dict[str, set[str]] = defaultdict(set)
        for file, target in link_rows(self.graph, ["import"], "file", "target"):
            found[file].add(self.file.get(target, ""))
        return found

    def can_name(self, file: str, element: str) -> bool:
        """Whether the file imports the element's, also by way of another; else the element comes as an argument."""
        wanted = self.file.get(self.mapped_by(element) or element, element)
        if file == wanted:
            return True
        if file not in self._reach:
            self._reach[file] = _reached(self.imported, file)
        reached, packages = self._reach[file]
        return wanted in reached or wanted.startswith(packages)

    @cached_property
    def _reach(self) -> dict[str, Reach]:
        return {}

    @cached_property
    def event_variables(self) -> frozenset[str]:
        """Variables that only stand for an event: who uses them is told by the breaks of the event."""
        return frozenset(target for _, target in link_rows(self.graph, ["publish", "subscribe"]))

    @cached_property
    def event_places(self) -> frozenset[tuple[str, int]]:
        """Files and lines where an event is published or subscribed to."""
        return frozenset((one.file, one.line) for one in self.graph.events)

    def ends(self, kind: str) -> Iterator[tuple[str, str]]:
        """Source and target of all links of a kind."""
        yield from link_rows(self.graph, [kind])

    def is_code(self, element: str) -> bool:
        """Whether the element is in a file that takes part in the cut."""
        return self.role.get(element, "code") == "code"

    def name(self, element: str) -> str:
        """What people call the element: its table name, its qualified name, or its module's dotted name."""
        table = self.tables.get(element)
        if table is not None:
            return table.name
        return self._names.get(element, element)


def _reached(imported: dict[str, set[str]], file: str) -> Reach:
    """What a file imports, also by way of another file, and the packages among it: what is below them counts too."""
    direct = imported.get(file, set())
    reached = direct.union(*(imported.get(name, ()) for name in direct))
    return reached, tuple(one.removesuffix("__init__.py") for one in reached if one.endswith("__init__.py"))
