"""Routes the service owns today, as operations of its contract under /v1."""

import json

from msgspec import structs

from analyzer.model.contract import Argument, Field, Operation, Schema
from analyzer.model.graph import Parameter, Route, Signature
from analyzer.notation.names import is_identifier, kebab, snake, unique
from analyzer.notation.prose import first_sentence
from analyzer.publish.codebase import ancestors, is_safe
from analyzer.publish.draft import Draft
from analyzer.publish.failures import declared_failures
from analyzer.publish.json_types import Fragment, from_annotation, may_be_empty
from analyzer.publish.results import is_enum, learned_result
from analyzer.publish.schemas import named, parameter_type
from analyzer.publish.urls import PathPart, old_path, path_parts

_SCALARS = frozenset({"string", "integer", "number", "boolean"})
_METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
_IMPLIED = frozenset({"HEAD", "OPTIONS", "TRACE"})  # servers answer these for every route


def publish_routes(draft: Draft) -> None:
    """An operation for every route and method whose code the service owns, in the order of path and method."""
    owned = [r for r in draft.codebase.graph.routes if draft.codebase.service_of.get(r.element) == draft.service]
    for route in sorted(set(owned), key=lambda r: (r.path, r.methods, r.element)):
        for method in _methods(draft, route):
            _publish(draft, route, method)


def _methods(draft: Draft, route: Route) -> list[str]:
    """What the route or its class declares; POST too where nobody says so and the code was seen to change something."""
    declared = [name.upper() for name in route.methods] or _answered(draft, route.element)
    if not route.methods and not _CHANGING.intersection(declared):
        changes = _changes(draft, route.element)
        if changes or not declared:
            said = "GET and POST are" if changes else "only GET is"
            draft.owe(f"Route {route.path} declares no methods: {said} published.")
        declared = ["GET", "POST"] if changes else ["GET"]
    known = [name for name in dict.fromkeys(declared) if name in _METHODS]
    return [name for name in known if name not in _IMPLIED] or ["GET"] * bool(known)


def _answered(draft: Draft, element: str) -> list[str]:
    """The methods that a class answers by methods of the same name, its own or inherited ones."""
    codebase = draft.codebase
    lineage = [element, *ancestors(codebase, element)]
    return [name for name in _METHODS if any(f"{key}.{name.lower()}" in codebase.elements for key in lineage)]


def _changes(draft: Draft, element: str) -> bool:
    members = draft.codebase.members.get(element, ())
    return not all(is_safe(draft.codebase, key) for key in (element, *members))


def _signature(draft: Draft, route: Route, method: str) -> Signature:
    """Of the class's method that answers, else of what the route names."""
    found = draft.codebase.signatures
    key = f"{route.element}.{method.lower()}"
    return found.get(key) or found.get(route.element) or Signature(route.element, ())


def _publish(draft: Draft, route: Route, method: str) -> None:
    parts = path_parts(route.path)
    signature = _signature(draft, route, method)
    path = _path(draft, signature, parts)
    known = draft.operation_at(method, path)
    if known is not None and (known.origin == "break" or known.element == route.element):
        _take_over(draft, known, parts)
        return
    path = _free(draft, method, path)
    parameters = (*_path_parameters(draft, signature, parts), *_query_parameters(signature, parts))
    said = "_".join(kebab(part.text) for part in parts if part.text).replace("-", "_")
    name = route.element.rsplit("::", 1)[-1].rsplit(".", 1)[-1]
    operation_id = draft.operation_id(
        f"{method.lower()}_{snake(route.name or said or 'root', 'route')}", f"{method.lower()}_{snake(name, 'route')}"
    )
    request, arguments = _body(draft, signature, method, operation_id, parameters)
    draft.add_operation(
        Operation(
            operation_id=operation_id,
            method=method,
            path=draft.path(method, path or "/v1"),
            element=route.element,
            summary=first_sentence(signature.docstring) or f"{method} {route.path}",
            request=request,
            response=_response(draft, signature, operation_id, route),
            parameters=parameters,
            errors=declared_failures(draft, signature.element),
            origin="route",
            kind="route",
            tag=snake(next((part.text for part in parts if part.text), "root")),
            arguments=_in_order(*(_route_argument(field) for field in parameters), *arguments),
            safe=method == "GET",
            idempotency_key=method in {"POST", "PATCH"},
            replaces=(f"{method} {old_path(parts, path)}",),
        )
    )


def _path(draft: Draft, signature: Signature, parts: tuple[PathPart, ...]) -> str:
    """Below /v1; what names an item of a resource by something other than its key says so: ``by-number/{number}``."""
    collections = {resource.collection: resource for resource in draft.resources.values()}
    typed = {field.name: field for field in _path_parameters(draft, signature, parts)}
    path = "/v1"
    for part in parts:
        resource = collections.get(path)
        if part.name and resource is not None and resource.has_another_key(part.original, typed[part.name]):
            path += f"/by-{kebab(part.name)}"
        path += f"/{{{part.name}}}" if part.name else f"/{part.text}"
    return path


def _free(draft: Draft, method: str, path: str) -> str:
    """The path; where another route has its form, its last parameter says what it is: ``by-slug/{slug}``."""
    before, brace, after = path.rpartition("{")
    if not brace or draft.is_free(method, path):
        return path
    return f"{before}by-{kebab(after.partition('}')[0])}/{{{after}"


def _take_over(draft: Draft, known: Operation, parts: tuple[PathPart, ...]) -> None:
    """Let the operation on this very path answer the old route too."""
    old = f"{known.method} {old_path(parts, known.path)}"
    if known.origin == "break":
        draft.owe(f"{known.operation_id} takes over the route {old}: check that its callers can live with this answer.")
    draft.add_operation(structs.replace(known, replaces=tuple(sorted({*known.replaces, old}))))


def _in_order(*arguments: Argument) -> tuple[Argument, ...]:
    """What is given by position stands before what is given by name."""
    return tuple(sorted(arguments, key=lambda argument: argument.kind == "keyword_only"))


def _route_argument(field: Field) -> Argument:
    return Argument(
        field.name,
        field.name,
        "positional" if field.location == "path" else "keyword_only",
        "" if field.required else "...",
    )


def _query_parameters(signature: Signature, parts: tuple[PathPart, ...]) -> tuple[Field, ...]:
    """Parameters that are annotated as plain values and are no part of the path."""
    taken = {part.original for part in parts}
    fields = []
    for parameter in signature.parameters:
        found = from_annotation(parameter.annotation, lambda _: None) if parameter.name not in taken else None
        plain = [part for part in found.get("anyOf", [found]) if part != {"type": "null"}] if found else []
        if len(plain) == 1 and plain[0].get("type") in _SCALARS and is_identifier(parameter.name):
            required = not parameter.default and plain[0] == found
            schema = json.dumps(plain[0])
            fields.append(Field(parameter.name, schema, required=required, origin="annotation", location="query"))
    return tuple(fields)


def _path_parameters(draft: Draft, signature: Signature, parts: tuple[PathPart, ...]) -> tuple[Field, ...]:
    declared = {parameter.name: parameter for parameter in signature.parameters}
    fields = []
    for part in parts:
        if not part.name:
            continue
        schema, origin = dict(part.schema), "annotation" if part.schema else "unknown"
        if not schema and part.original in declared:
            typed = parameter_type(draft, signature.element, declared[part.original])
            schema, origin = typed.schema, typed.origin
        if schema.get("type") not in _SCALARS:
            schema, origin = {"type": "string"}, "unknown"
        if may_be_empty(schema):
            schema = {**schema, "minLength": 1}
        fields.append(Field(part.name, json.dumps(schema), required=True, origin=origin, location="path"))
    return tuple(fields)


def _body(
    draft: Draft, signature: Signature, method: str, operation_id: str, known: tuple[Field, ...]
) -> tuple[str, tuple[Argument, ...]]:
    """The request schema: the one declared model, else an open object that is listed as debt."""
    if method not in _WITH_BODY:
        return "", ()
    names = {field.name for field in known}
    models = [ref for p in signature.parameters if p.name not in names and (ref := _model(draft, signature, p))]
    if len(models) == 1:
        return models[0], (Argument(unique("body", names), ""),)
    draft.owe(f"The request body of {operation_id} is not declared by {signature.element}.")
    name, _ = draft.claim(f"{operation_id} request", f"{operation_id}_request")
    draft.add_schema(Schema(name, signature.element, (), flavour="open"))
    return name, (Argument(unique("body", names), ""),)


def _model(draft: Draft, signature: Signature, parameter: Parameter) -> str:
    if not is_identifier(parameter.name) or parameter.annotation_key in draft.codebase.table_of_class:
        return ""
    found = from_annotation(
        parameter.annotation, lambda n: named(draft, signature.element, n, parameter.annotation_key)
    )
    return _schema_name(found)


def _response(draft: Draft, signature: Signature, operation_id: str, route: Route) -> str:
    found = from_annotation(signature.returns, lambda n: named(draft, signature.element, n, signature.returns_key))
    name = _schema_name(found or learned_result(draft, signature, operation_id))
    if name and not is_enum(draft, name):
        return name
    draft.owe(f"What {signature.element} answers on {route.path} is not declared.")
    name, _ = draft.claim(f"{operation_id} result", f"{operation_id}_result")
    return draft.add_schema(Schema(name, signature.element, (), flavour="open"))


def _schema_name(found: Fragment | None) -> str:
    return found["$ref"].rsplit("/", 1)[-1] if found and set(found) == {"$ref"} else ""
