"""Operations as methods of a client: the signature of what they replace, the request they send."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from analyzer.emitters.typed_client.shortcuts import (
    Batch,
    Many,
    Page,
    batch_shortcut,
    many_shortcut,
    page_shortcut,
)
from analyzer.model.contract import Argument, Field, Operation, Schema
from analyzer.notation.arguments import argument_names
from analyzer.notation.fragments import plain_type
from analyzer.notation.models import attribute_names
from analyzer.notation.python import Code, constant, identifier, literal


class Method(NamedTuple):
    """One operation as a method of the client."""

    operation: Operation
    name: Code
    function: Code
    signature: list[Code]
    returns: Code
    path: Code
    query: Code
    body: Code
    response: Code
    unwrap: Code
    forward: Code
    page: Page | None
    many: Many | None
    batch: Batch | None


def client_method(operation: Operation, schemas: dict[str, Schema]) -> Method:
    """Everything the templates need to know about one operation."""
    names = argument_names(operation)
    fields = _fields(operation, schemas)
    by_field = {argument.field: names[argument.name] for argument in operation.arguments}
    response = schemas.get(operation.response)
    return Method(
        operation=operation,
        name=identifier(operation.operation_id),
        function=_function(operation),
        signature=_signature(operation, names, fields),
        returns=_returns(operation, schemas),
        path=_path(operation.path, by_field),
        query=_query(operation, by_field),
        body=_body(operation, schemas, by_field),
        response=Code(f"models.{identifier(response.name)}") if response else Code(""),
        unwrap=Code(".result" if operation.wrapped else ""),
        forward=_forward(operation, names),
        page=page_shortcut(operation, schemas, _keywords(operation, names, fields)),
        many=many_shortcut(operation, schemas),
        batch=batch_shortcut(operation, schemas),
    )


def _query(operation: Operation, by_field: dict[str, Code]) -> Code:
    fields = [field for field in operation.parameters if field.location == "query"]
    pairs = ", ".join(f"{literal(field.name)}: {by_field[field.name]}" for field in fields)
    return Code(f"{{{pairs}}}" if pairs else "")


def _keywords(operation: Operation, names: dict[str, Code], fields: dict[str, Field]) -> dict[str, Code]:
    given = operation.arguments
    return {names[a.name]: _parameter(a, names[a.name], _type(a, operation, fields)) for a in given}


def _function(operation: Operation) -> Code:
    usable = bool(operation.function) and operation.kind == "action" and not operation.batch
    return identifier(operation.function) if usable else Code("")


def _fields(operation: Operation, schemas: dict[str, Schema]) -> dict[str, Field]:
    fields = {field.name: field for field in schemas[operation.request].fields} if operation.request else {}
    return {**fields, **{field.name: field for field in operation.parameters}}


def _type(argument: Argument, operation: Operation, fields: dict[str, Field]) -> Code:
    if not argument.field:
        return Code(f"models.{identifier(operation.request)}")
    schema = json.loads(fields[argument.field].schema)
    if _is_object(argument):
        return Code(f"object | {plain_type(schema)}")
    if argument.kind == "var_positional":
        return plain_type(schema.get("items", {}))
    if argument.kind == "var_keyword":
        return plain_type(schema.get("additionalProperties") or {})
    return plain_type(schema)


def _signature(operation: Operation, names: dict[str, Code], fields: dict[str, Field]) -> list[Code]:
    lines: list[Code] = []
    kinds = [argument.kind for argument in operation.arguments]
    for index, argument in enumerate(operation.arguments):
        previous = kinds[index - 1] if index else ""
        if previous == "positional_only" and argument.kind != "positional_only":
            lines.append(Code("/"))
        if argument.kind == "keyword_only" and not {"keyword_only", "var_positional"} & set(kinds[:index]):
            lines.append(Code("*"))
        lines.append(_parameter(argument, names[argument.name], _type(argument, operation, fields)))
    if kinds and kinds[-1] == "positional_only":
        lines.append(Code("/"))
    return lines


def _parameter(argument: Argument, name: Code, kind: Code) -> Code:
    star = {"var_positional": "*", "var_keyword": "**"}.get(argument.kind, "")
    if star or not argument.default:
        return Code(f"{star}{name}: {kind}")
    if argument.default == "...":
        union = f"Unset | {kind}" if kind.endswith("None") else f"{kind} | Unset"
        return Code(f"{name}: {union} = UNSET")
    return Code(f"{name}: {kind} = {constant(argument.default)}")


def _returns(operation: Operation, schemas: dict[str, Schema]) -> Code:
    if not operation.response:
        return Code("None")
    if operation.wrapped:
        return plain_type(json.loads(schemas[operation.response].fields[0].schema))
    return Code(f"models.{identifier(operation.response)}")


def _path(path: str, by_field: dict[str, Code]) -> Code:
    pieces: list[str] = []
    for part in path.split("/")[1:]:
        if part.startswith("{"):
            pieces += [literal("/"), f"segment({by_field[part[1:-1]]})"]
        else:
            pieces.append(literal(f"/{part}"))
    joined: list[str] = []
    for piece in pieces:
        if joined and piece[0] == '"' and joined[-1][0] == '"':
            joined[-1] = joined[-1][:-1] + piece[1:]
        else:
            joined.append(piece)
    return Code(" + ".join(joined))


def _body(operation: Operation, schemas: dict[str, Schema], by_field: dict[str, Code]) -> Code:
    if not operation.request:
        return Code("")
    whole = [name for field, name in by_field.items() if not field]
    if whole:
        return Code(whole[0])
    attributes = attribute_names(schemas[operation.request])
    handed = {argument.field: argument for argument in operation.arguments if _is_object(argument)}
    parts = []
    for field, name in by_field.items():
        if field in handed:
            parts += _handed(handed[field], name, attributes)
        elif field in attributes:
            parts.append(f"{attributes[field]}={name}")
    return Code(f"models.{identifier(operation.request)}.model_validate(given({', '.join(parts)}))")


def _is_object(argument: Argument) -> bool:
    """Whether callers pass the object itself, and only its identifier travels."""
    return bool(argument.key) and argument.name != argument.field


def _handed(argument: Argument, name: Code, attributes: Mapping[str, str]) -> list[str]:
    parts = [f"{attributes[argument.field]}=key_of({name}, {literal(argument.key)})"]
    if argument.details:
        sent = ", ".join(f"{literal(field)}: {literal(attribute)}" for field, attribute in argument.sent)
        parts.append(f"{attributes[argument.details]}=details_of({name}, {{{sent}}})")
    return parts


def _forward(operation: Operation, names: dict[str, Code]) -> Code:
    stars = {"var_positional": "*{0}", "var_keyword": "**{0}", "keyword_only": "{0}={0}"}
    return Code(", ".join(stars.get(a.kind, "{0}").format(names[a.name]) for a in operation.arguments))
