"""Functions and methods that others call, to action operations with the signature they have today."""

import json

from msgspec import structs

from analyzer.model.contract import Argument, Field, Operation, Schema
from analyzer.model.graph import Parameter, Signature
from analyzer.notation.names import is_identifier, kebab, snake, unique
from analyzer.notation.prose import first_sentence
from analyzer.publish.batches import publish_batch
from analyzer.publish.codebase import is_safe
from analyzer.publish.docstrings import described_types
from analyzer.publish.draft import Draft
from analyzer.publish.failures import declared_failures
from analyzer.publish.handing import Place as Handing
from analyzer.publish.handing import handed_over
from analyzer.publish.json_types import Fragment, fits, nullable
from analyzer.publish.needs import Need
from analyzer.publish.passed import handed_table, learned_type
from analyzer.publish.resources import Resource
from analyzer.publish.results import publish_result
from analyzer.publish.schemas import class_schema, reference

_GENERIC = frozenset(
    [
        "api",
        "base",
        "common",
        "core",
        "handlers",
        "helpers",
        "impl",
        "lib",
        "logic",
        "main",
        "manager",
        "managers",
        "models",
        "selectors",
        "service",
        "services",
        "shared",
        "tasks",
        "tools",
        "util",
        "utils",
        "views",
    ]
)
"""Module names that say what kind of code a file holds and not what it is about; the package's name is used then."""

_READING = ("get", "list", "find", "is", "has", "can", "count", "calculate", "compute", "fetch", "lookup", "search")


def publish_function(draft: Draft, need: Need) -> None:
    """One action operation for the function, method or class that other services call."""
    element = draft.codebase.elements[need.function]
    if element.kind == "class":
        _class_debt(draft, need)
        return
    owed = _no_operation(draft, need.function)
    if owed:
        draft.owe(owed)
        return
    signature = draft.codebase.signatures.get(need.function) or Signature(need.function, ())
    if draft.codebase.signatures.get(need.function) is None:
        draft.owe(f"The signature of {need.function} was not read.")
    place = _place(draft, need.function)
    function = element.name.rsplit(".", 1)[-1]
    operation_id = draft.operation_id(place.operation_id(function))
    fields, arguments = _request(draft, signature, place, operation_id)
    request, _ = draft.claim(f"{need.function} request", f"{operation_id}_request")
    if fields:
        draft.add_schema(Schema(request, need.function, fields, flavour="request"))
    response, wrapped = publish_result(draft, signature, operation_id)
    is_attribute = not fields and any(text.endswith("property") for text in signature.decorators)
    safe = is_safe(draft.codebase, need.function) and (function.startswith(_READING) or is_attribute)
    method = "GET" if is_attribute and safe else "POST"
    operation = Operation(
        operation_id=operation_id,
        method=method,
        path=draft.path(method, f"{place.path}/{kebab(function)}"),
        element=need.function,
        summary=first_sentence(signature.docstring)
        or f"{'Read' if method == 'GET' else 'Call'} {snake(function).replace('_', ' ')}.",
        request=request if fields else "",
        response=response,
        wrapped=wrapped,
        status=200 if response else 204,
        parameters=place.parameters,
        errors=declared_failures(draft, need.function),
        consumers=need.consumers,
        breaks=need.breaks,
        kind="item_action" if place.parameters else "action",
        tag=place.tag,
        function=function if is_identifier(function) else "",
        arguments=(*place.arguments, *arguments),
        safe=safe,
        idempotency_key=not safe,
    )
    draft.add_operation(operation)
    if need.in_loop:
        publish_batch(draft, operation, fields)


def _no_operation(draft: Draft, key: str) -> str:
    """What a person must decide where code that others use cannot be an operation; "" where it can."""
    codebase = draft.codebase
    element = codebase.elements[key]
    owner = codebase.elements.get(element.parent)
    if element.name.rsplit(".", 1)[-1].startswith("__"):
        return f"Other services rely on {key}: what the language calls by itself is no operation."
    if key in codebase.wrapping or (owner is not None and element.parent in codebase.wrapping):
        return f"Other services decorate their code with {key}: put it into a package that they install."
    if owner is not None and owner.kind == "function":
        return f"Other services get {key} from the function around it: decide what stands for that one."
    heirs = () if element.parent in codebase.table_of_class else codebase.heirs.get(element.parent, ())
    if any(draft.is_foreign(heir) for heir in heirs):
        return f"Other services inherit {key}: put its class into a package that they install."
    return ""


class Place:
    """Where in the URL space a function goes: on an item of a resource, or in a group named after its module.

    ``given`` are fields of the request for the object whose method it is.
    """

    def __init__(self, path: str, tag: str, parameters: tuple[Field, ...] = (), given: tuple[Field, ...] = ()) -> None:
        self.path = path
        self.tag = tag
        self.parameters = parameters
        self.given = given
        self.arguments = tuple(Argument(field.name, field.name, key_of="") for field in (*parameters, *given))

    def operation_id(self, function: str) -> str:
        """The group in front, so that a new function elsewhere never renames this one."""
        name = snake(function)
        return name if name.startswith(f"{self.tag}_") else f"{self.tag}_{name}"


def _place(draft: Draft, key: str) -> Place:
    element = draft.codebase.elements[key]
    owner = draft.codebase.elements.get(element.parent)
    if owner is None or owner.kind != "class":
        group = _group(element.module)
        return Place(f"/v1/{kebab(group)}", snake(group))
    table_key = draft.codebase.table_of_class.get(element.parent, "")
    signature = draft.codebase.signatures.get(key)
    bound = signature is not None and bool({"classmethod", "staticmethod"} & set(signature.decorators))
    if table_key:
        table = draft.codebase.tables[table_key]
        resource = draft.resources.get(table_key) or draft.resources.setdefault(table_key, Resource(draft, table))
        at_class = Place(resource.collection, resource.tag)
        return at_class if bound else Place(resource.item, resource.tag, (resource.key,))
    if element.parent in draft.codebase.rows_of and not bound:
        table = draft.codebase.tables[draft.codebase.rows_of[element.parent]]
        if not draft.is_foreign(table.element or table.key):
            resource = draft.resources.get(table.key) or draft.resources.setdefault(table.key, Resource(draft, table))
            return Place(resource.collection, resource.tag)
    name = owner.name.rsplit(".", 1)[-1]
    value = "" if bound else class_schema(draft, element.parent)
    if value:
        field = Field(snake(name), json.dumps(reference(value)), required=True, origin="annotation")
        return Place(f"/v1/{kebab(name)}", snake(name), given=(field,))
    if not bound:
        draft.owe(f"{key} is a method of an object: its state is not part of the request, decide what stands for it.")
    return Place(f"/v1/{kebab(name)}", snake(name))


def _group(module: str) -> str:
    parts = [part for part in module.split(".") if part.strip("_")]
    said = [part for part in parts if part.strip("_") not in _GENERIC]
    return (said or parts or ["functions"])[-1]


def _class_debt(draft: Draft, need: Need) -> None:
    signature = draft.codebase.signatures.get(need.function)
    flavour = signature.flavour if signature else ""
    if flavour in {"", "plain"}:
        name = need.function
        draft.owe(f"Other services construct {name}: an object with behaviour does not cross a network, decide how.")


def _request(
    draft: Draft, signature: Signature, place: Place, operation_id: str
) -> tuple[tuple[Field, ...], tuple[Argument, ...]]:
    described = described_types(signature.docstring)
    fields: list[Field] = list(place.given)
    arguments: list[Argument] = []
    taken = {field.name for field in (*place.parameters, *place.given)}
    for index, parameter in enumerate(signature.parameters):
        if index == 0 and parameter.name in {"self", "cls"}:
            continue
        table = handed_table(draft, signature.element, parameter)
        handed = (
            handed_over(draft, Handing(operation_id, signature.element, parameter), table, taken) if table else None
        )
        if handed:
            argument = handed.argument
            fields += handed.fields
        else:
            name = unique(parameter.name, taken)
            taken.add(name)
            field, argument = _argument(draft, signature.element, parameter, (name, described.get(parameter.name, "")))
            fields.append(field)
        if arguments and arguments[-1].default and argument.kind == "positional" and not argument.default:
            argument = structs.replace(argument, default="...")  # not valid in source, but a fact may be wrong
        arguments.append(argument)
    return tuple(fields), tuple(arguments)


def _argument(draft: Draft, element: str, parameter: Parameter, said: tuple[str, str]) -> tuple[Field, Argument]:
    name, docstring = said
    typed = learned_type(draft, element, parameter, docstring)
    schema: Fragment = typed.schema
    if parameter.kind == "var_positional":
        schema = {"type": "array", "items": schema}
    elif parameter.kind == "var_keyword":
        schema = {"type": "object", "additionalProperties": schema}
    elif parameter.default == "None":
        schema = nullable(schema)
    if typed.origin == "unknown":
        draft.owe(f"The type of parameter {parameter.name} of {element} is not known.")
    required = not parameter.default and not parameter.kind.startswith("var_")
    default = "" if not parameter.default else parameter.default if fits(parameter.default, schema) else "..."
    field = Field(name, json.dumps(schema), required=required, origin=typed.origin)
    return field, Argument(parameter.name, name, parameter.kind, default)
