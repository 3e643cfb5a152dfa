"""A contract: the operations, schemas, errors and events a service must publish."""

from msgspec import Struct


class Field(Struct, frozen=True):
    """One property of a schema; ``origin`` says where its type was learned (annotation, orm, default, unknown)."""

    name: str
    schema: str  # JSON Schema fragment as JSON text
    required: bool
    origin: str


class Schema(Struct, frozen=True):
    """A named object schema."""

    name: str
    element: str
    fields: tuple[Field, ...]
    enum: tuple[str, ...] = ()


class Operation(Struct, frozen=True):
    """One REST operation and the code it stands for."""

    operation_id: str
    method: str
    path: str
    element: str
    summary: str
    request: str = ""  # schema name
    response: str = ""
    parameters: tuple[Field, ...] = ()
    errors: tuple[tuple[int, str], ...] = ()  # (status, exception element or name)
    consumers: tuple[str, ...] = ()  # service keys
    breaks: tuple[str, ...] = ()
    origin: str = "break"  # break or route
    batch: bool = False


class Message(Struct, frozen=True):
    """An event the service publishes or consumes."""

    name: str
    role: str
    schema: str
    breaks: tuple[str, ...] = ()


class Contract(Struct, frozen=True):
    """Everything one service publishes."""

    service: str
    operations: tuple[Operation, ...] = ()
    schemas: tuple[Schema, ...] = ()
    messages: tuple[Message, ...] = ()
    debts: tuple[str, ...] = ()  # what is unknown and must be decided by a person
