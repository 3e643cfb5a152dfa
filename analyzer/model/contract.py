"""A contract: the operations, schemas, errors and events a service must publish."""

from typing import Literal

from msgspec import Struct

Location = Literal["body", "path", "query", "header"]

Origin = Literal["annotation", "orm", "default", "docstring", "call_sites", "return_statements", "fixed", "unknown"]
"""Where a type was learned; ``fixed`` means that the contract itself defines it (a cursor, a limit)."""

OperationKind = Literal[
    "list", "get", "create", "update", "delete", "batch_get", "batch_create", "item_action", "action", "batch", "route"
]


class Field(Struct, frozen=True):
    """One property of a schema; ``origin`` says where its type was learned (an ``Origin``)."""

    name: str
    schema: str  # JSON Schema fragment as JSON text
    required: bool
    origin: str
    location: Location = "body"
    description: str = ""


class Schema(Struct, frozen=True):
    """A named schema: an object of ``fields``, or one of the values of ``enum``."""

    name: str
    element: str
    fields: tuple[Field, ...]
    enum: tuple[str, ...] = ()
    flavour: str = ""  # table, dataclass, pydantic, typed_dict, enum, request, result, record, page, event, ...
    description: str = ""


class Argument(Struct, frozen=True):
    """One parameter of the replaced function, and the field of the request that carries it.

    ``default`` is a Python literal, or "" when the caller must pass it. With ``key_of`` set, callers may pass
    an object of that schema: its identifier (the attribute ``key``) travels, and beside it, in the field
    ``details``, what the receiver uses of it (``sent``: its attributes by the names of the fields).
    """

    name: str
    field: str
    kind: Literal["positional_only", "positional", "keyword_only", "var_positional", "var_keyword"] = "positional"
    default: str = ""
    key_of: str = ""
    key: str = ""
    details: str = ""
    sent: tuple[tuple[str, str], ...] = ()


class ProblemType(Struct, frozen=True):
    """An exception that crosses the network as an RFC 9457 problem; ``parents`` are class names, nearest first."""

    name: str
    status: int
    slug: str
    element: str = ""
    parents: tuple[str, ...] = ()
    description: str = ""


class Operation(Struct, frozen=True):
    """One REST operation and the code it stands for."""

    operation_id: str
    method: str
    path: str
    element: str
    summary: str
    request: str = ""  # schema name
    response: str = ""  # schema name; "" means that nothing comes back (204)
    parameters: tuple[Field, ...] = ()
    errors: tuple[tuple[int, str], ...] = ()  # (status, name of a problem type)
    consumers: tuple[str, ...] = ()  # service keys
    breaks: tuple[str, ...] = ()
    origin: str = "break"  # break or route
    batch: bool = False
    kind: OperationKind = "action"
    tag: str = "operations"
    function: str = ""  # name of the replaced function, "" where none is replaced
    arguments: tuple[Argument, ...] = ()
    safe: bool = False  # changes nothing: may be retried
    idempotency_key: bool = False
    wrapped: bool = False  # the response object holds the function's result in its one field
    status: int = 200  # of success
    replaces: tuple[str, ...] = ()  # old routes, as "METHOD /path"
    deprecated: bool = False
    moved: str = ""  # source of a module that holds the function and all it needs, "" when it needs more


class Message(Struct, frozen=True):
    """An event the service publishes or consumes."""

    name: str
    role: str  # publish or subscribe
    schema: str
    breaks: tuple[str, ...] = ()
    type: str = ""  # CloudEvents type: reverse-DNS style, versioned
    element: str = ""
    peers: tuple[str, ...] = ()  # service keys at the other end
    kind: Literal["event", "task"] = "event"
    description: str = ""


class Contract(Struct, frozen=True):
    """Everything one service publishes."""

    service: str
    operations: tuple[Operation, ...] = ()
    schemas: tuple[Schema, ...] = ()
    messages: tuple[Message, ...] = ()
    debts: tuple[str, ...] = ()  # what is unknown and must be decided by a person
    problems: tuple[ProblemType, ...] = ()
    version: str = "1.0.0"
