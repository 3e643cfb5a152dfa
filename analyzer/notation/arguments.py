"""The parameters of a replaced function as parameters of a client's method."""

from analyzer.model.contract import Operation
from analyzer.notation.names import is_identifier, snake, unique
from analyzer.notation.python import Code, identifier

_LOCALS = frozenset(
    {
        "self",
        "models",
        "Call",
        "answer",
        "details_of",
        "given",
        "key_of",
        "segment",
        "client",
        "UNSET",
        "Unset",
        "call",
        "response",
        "body",
    }
)
"""Names the generated methods use themselves; a parameter of that name gets an underscore."""


def argument_names(operation: Operation) -> dict[str, Code]:
    """Name as the replaced code has it, to the name in the client: the same one wherever Python allows it."""
    names: dict[str, Code] = {}
    for argument in operation.arguments:
        wanted = argument.name if is_identifier(argument.name) else snake(argument.name, "argument")
        wanted = f"{wanted}_" if wanted in _LOCALS and argument.field else wanted
        names[argument.name] = identifier(unique(wanted, set(names.values())))
    return names
