"""A contract while it is being written: unique names, one schema a class, debts said once."""

from typing import TYPE_CHECKING

from analyzer.model.contract import Contract, Message, Operation, ProblemType, Schema
from analyzer.notation.names import pascal, unique
from analyzer.publish.codebase import Codebase

if TYPE_CHECKING:
    from analyzer.publish.resources import Resource

_RESERVED = frozenset(
    {"Annotated", "Any", "BaseModel", "ConfigDict", "Field", "Literal", "Model", "OpenModel", "ProblemDetails"}
    | {"StrEnum", "UUID", "Binary", "ClockTime", "Day", "DecimalText", "Duration", "Number", "Omittable", "Timestamp"}
    | {"Record", "WholeNumber", "YesNo", "Unset", "None_", "True_", "False_"}
)
"""Names that generated modules use themselves; a schema that wants one is called ``...Data``."""


class Draft:
    """One service's contract in the making; names are handed out in the (sorted) order of the needs."""

    def __init__(self, codebase: Codebase, service: str) -> None:
        self.codebase = codebase
        self.service = service
        self.problems: dict[str, ProblemType] = {}
        self.problem_of: dict[str, str] = {}  # exception (element key or dotted name) to problem name
        self.resources: dict[str, Resource] = {}  # by table key
        self.waiting: list[str] = []  # classes and tables whose schemas are claimed and not yet filled
        self._debts: dict[str, None] = {}
        self._schemas: dict[str, Schema] = {}
        self._operations: dict[str, Operation] = {}
        self._paths: set[tuple[str, str]] = set()
        self._at: dict[tuple[str, str], str] = {}  # method and shape of the path to operation id
        self._segments: dict[str, str] = {}
        self._messages: dict[tuple[str, str], Message] = {}
        self._names: dict[str, str] = {}  # purpose (an element key, or one with a word) to schema name
        self._purposes: dict[str, str] = {}

    def is_foreign(self, element: str) -> bool:
        """Whether ``element`` is placed in another service."""
        return self.codebase.service_of.get(element, "") not in {"", self.service}

    def claim(self, purpose: str, wanted: str) -> tuple[str, bool]:
        """The schema name for ``purpose``, and whether it is new (then the caller adds the schema)."""
        if purpose in self._names:
            return self._names[purpose], False
        name = pascal(wanted)
        if name in _RESERVED or name.endswith("Problem"):
            name = f"{name}Data"
        name = unique(name, self._purposes, separator="")
        self._names[purpose] = name
        self._purposes[name] = purpose
        return name, True

    def element_of_schema(self, name: str) -> str:
        """What a schema name was claimed for."""
        return self._purposes[name]

    def add_schema(self, schema: Schema) -> str:
        """Keep a schema under a name that was claimed for it."""
        self._schemas[schema.name] = schema
        return schema.name

    def segment(self, purpose: str, wanted: str) -> str:
        """The first URL segment for ``purpose``: two resources never share one."""
        if purpose not in self._segments:
            self._segments[purpose] = unique(wanted, set(self._segments.values()), separator="-")
        return self._segments[purpose]

    def operation_id(self, wanted: str, otherwise: str = "") -> str:
        """``wanted``, or ``otherwise`` where that is taken, made unique among the operations so far."""
        return unique(otherwise if otherwise and wanted in self._operations else wanted, self._operations)

    def path(self, method: str, wanted: str) -> str:
        """``wanted``, made unique for ``method``: OpenAPI tells paths apart by their fixed segments only."""
        path, number = wanted, 1
        while (method, _shape(path)) in self._paths:
            number += 1
            path = f"{wanted}/{number}"
        self._paths.add((method, _shape(path)))
        return path

    def is_free(self, method: str, path: str) -> bool:
        """Whether no operation answers requests of this form yet."""
        return (method, _shape(path)) not in self._paths

    def add_operation(self, operation: Operation) -> None:
        """Keep an operation; its id must be unique."""
        self._operations[operation.operation_id] = operation
        self._at[operation.method, _shape(operation.path)] = operation.operation_id

    def operation_at(self, method: str, path: str) -> Operation | None:
        """The operation that already answers requests of this form."""
        return self._operations.get(self._at.get((method, _shape(path)), ""))

    def add_message(self, message: Message) -> None:
        """Keep a message, once for each role."""
        self._messages.setdefault((message.role, message.type), message)

    def owe(self, debt: str) -> None:
        """Note something a person must decide."""
        self._debts[debt] = None

    def contract(self) -> Contract:
        """The finished contract, everything sorted by name."""
        return Contract(
            service=self.service,
            operations=tuple(sorted(self._operations.values(), key=lambda o: (o.path, o.method))),
            schemas=tuple(self._schemas[name] for name in sorted(self._schemas)),
            messages=tuple(self._messages[key] for key in sorted(self._messages)),
            debts=tuple(sorted(self._debts)),
            problems=tuple(self.problems[name] for name in sorted(self.problems)),
        )


def _shape(path: str) -> str:
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))
