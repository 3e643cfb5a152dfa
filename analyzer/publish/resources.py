"""Tables that others need, to resources: a collection, its items, and the writes that others do today."""

import json

from analyzer.model.contract import Argument, Field, Operation, Schema
from analyzer.model.graph import Column, Table
from analyzer.notation.names import kebab, plural, snake, words
from analyzer.publish.draft import Draft
from analyzer.publish.failures import problem_type
from analyzer.publish.json_types import Fragment, may_be_empty
from analyzer.publish.needs import Need
from analyzer.publish.schemas import column_field, column_type, identifier, reference, table_schema, wire_name

PAGE_LIMIT = 100  # items of a page: a list that fits one screen of JSON; callers follow the cursor for more
BATCH_LIMIT = 100  # identifiers of one batch: keeps requests under the 8 kB that proxies accept in logs and URLs
_MANY = frozenset({"join", "many_to_many"})
_LISTED = frozenset({"join", "many_to_many", "data_access"})
_CURSOR = {"type": "string", "minLength": 1, "maxLength": 200}
_LIMIT = {"type": "integer", "minimum": 1, "maximum": PAGE_LIMIT, "default": PAGE_LIMIT}


class Resource:
    """The names of one table's resource in one contract."""

    def __init__(self, draft: Draft, table: Table) -> None:
        codebase = draft.codebase
        said = codebase.elements[table.element].name if table.element in codebase.elements else table.name
        singular = words(said.rsplit(".", 1)[-1]) or ["item"]
        many = [*singular[:-1], plural(singular[-1])]
        self.table = table
        self.one = "_".join(singular)
        self.many = "_".join(many)
        self.schema = table_schema(draft, table)
        self.title = " ".join(singular)
        self.collection = f"/v1/{draft.segment(table.key, kebab(self.many))}"
        self.tag = snake(self.collection.removeprefix("/v1/"))
        self.key = key_field(draft, table, self.one)
        column = identifier(table)
        self.key_attribute = wire_name(column) if column else ""
        self.item = f"{self.collection}/{{{self.key.name}}}"

    def has_another_key(self, name: str, field: Field) -> bool:
        """Whether a parameter (as the code calls it, and as it is typed) names an item by something else."""
        if field.origin != "unknown" and json.loads(field.schema)["type"] != json.loads(self.key.schema)["type"]:
            return True
        column = next((one for one in self.table.columns if one.name == name), None)
        return column is not None and not column.primary_key


def key_field(draft: Draft, table: Table, one: str) -> Field:
    """The path parameter that names one item."""
    column = identifier(table)
    if column is None:
        draft.owe(f"Table {table.name} has no single primary key: its items are addressed by a text identifier.")
        return Field(
            f"{one}_id", '{"type": "string", "minLength": 1}', required=True, origin="unknown", location="path"
        )
    typed = column_type(draft, column)
    schema = {"minLength": 1, **typed.schema} if may_be_empty(typed.schema) else typed.schema
    if not schema:
        schema = {"type": "string", "minLength": 1}
    schema.pop("enum", None)
    name = wire_name(column)
    name = name if name.startswith(one) else f"{one}_{name}"
    if name in {wire_name(other) for other in table.columns if not other.primary_key}:
        name = f"{name}_key"  # a column has the name already, and both may stand in one request
    return Field(name, json.dumps(schema), required=True, origin=typed.origin, location="path")


def publish_table(draft: Draft, need: Need) -> None:
    """The operations on one table that the breaks ask for; reading one item is always among them."""
    table = draft.codebase.tables[need.table]
    resource = draft.resources.get(table.key) or draft.resources.setdefault(table.key, Resource(draft, table))
    writes = [w for w in draft.codebase.writes if w.table == table.key and draft.is_foreign(w.source)]
    _get(draft, resource, need)
    if need.kinds & _LISTED:
        _list(draft, resource, need)
    if need.in_loop or need.kinds & _MANY:
        _batch_get(draft, resource, need)
    ways = {way for write in writes for way in words(write.how)}
    if ways & {"create", "insert", "add", "save", "bulk"} or (writes and not ways & {"update", "delete"}):
        _create(draft, resource, need)
    if "update" in ways or "save" in ways or "bulk" in ways:
        _update(draft, resource, need)
    if ways & {"delete", "remove"}:
        _delete(draft, resource, need)


def _operation(draft: Draft, resource: Resource, need: Need, **values: object) -> None:
    method, path = str(values["method"]), str(values["path"])
    defaults: dict[str, object] = {
        "element": resource.table.element or resource.table.key,
        "tag": resource.tag,
        "consumers": need.consumers,
        "breaks": need.breaks,
        "path": draft.path(method, path),
        "operation_id": draft.operation_id(str(values["operation_id"])),
    }
    draft.add_operation(Operation(**{**values, **defaults}))  # type: ignore[arg-type]  # field by field above


def _missing(draft: Draft) -> tuple[int, str]:
    return (404, problem_type(draft, "NotFound").name)


def _get(draft: Draft, resource: Resource, need: Need) -> None:
    _operation(
        draft, resource, need,
        operation_id=f"get_{resource.one}", method="GET", path=resource.item, kind="get", safe=True,
        summary=f"Read one {resource.title}.", parameters=(resource.key,), response=resource.schema,
        arguments=(Argument(resource.key.name, resource.key.name),), errors=(_missing(draft),),
    )  # fmt: skip


def _list(draft: Draft, resource: Resource, need: Need) -> None:
    filters = tuple(_filter(draft, column) for column in resource.table.columns if _is_filter(column))
    paging = (
        Field("cursor", json.dumps(_CURSOR), required=False, origin="fixed", location="query"),
        Field("limit", json.dumps(_LIMIT), required=False, origin="fixed", location="query"),
    )
    _operation(
        draft, resource, need,
        operation_id=f"list_{resource.many}", method="GET", path=resource.collection, kind="list", safe=True,
        summary=f"List {plural(resource.title)}, page by page.", parameters=(*filters, *paging),
        response=_page(draft, resource),
        arguments=tuple(Argument(f.name, f.name, "keyword_only", "...") for f in (*filters, *paging)),
    )  # fmt: skip


def _is_filter(column: Column) -> bool:
    return not column.primary_key and bool(column.references or column.unique or column.choices)


def _filter(draft: Draft, column: Column) -> Field:
    schema: Fragment = column_type(draft, column).schema or {"type": "string"}
    return Field(wire_name(column), json.dumps(schema), required=False, origin="orm", location="query")


def _page(draft: Draft, resource: Resource) -> str:
    name, _ = draft.claim(f"{resource.table.key} page", f"{resource.one}_page")
    cursor = json.dumps({"anyOf": [_CURSOR, {"type": "null"}]})
    items = json.dumps({"type": "array", "items": reference(resource.schema), "maxItems": PAGE_LIMIT})
    fields = (
        Field("items", items, required=True, origin="orm"),
        Field("next_cursor", cursor, required=True, origin="fixed", description="Null on the last page."),
    )
    return draft.add_schema(Schema(name, resource.table.element, fields, flavour="page"))


def _batch_get(draft: Draft, resource: Resource, need: Need) -> None:
    ids = json.dumps(
        {"type": "array", "items": json.loads(resource.key.schema), "minItems": 1, "maxItems": BATCH_LIMIT}
    )
    request, _ = draft.claim(f"{resource.table.key} batch", f"{resource.one}_batch_request")
    draft.add_schema(
        Schema(request, "", (Field("ids", ids, required=True, origin=resource.key.origin),), flavour="request")
    )
    response, _ = draft.claim(f"{resource.table.key} batch result", f"{resource.one}_batch")
    items = json.dumps({"type": "array", "items": reference(resource.schema)})
    missing = json.dumps({"type": "array", "items": json.loads(resource.key.schema)})
    fields = (
        Field("items", items, required=True, origin="orm"),
        Field("missing", missing, required=True, origin=resource.key.origin, description="Identifiers of no item."),
    )
    draft.add_schema(Schema(response, "", fields, flavour="result"))
    _operation(
        draft, resource, need,
        operation_id=f"batch_get_{resource.many}", method="POST", path=f"{resource.collection}/batch-get",
        kind="batch_get", safe=True, batch=True, summary=f"Read many {plural(resource.title)} at once.",
        request=request, response=response,
        arguments=(Argument("ids", "ids", key_of=resource.schema, key=resource.key_attribute),),
    )  # fmt: skip


def _writable(draft: Draft, resource: Resource, *, partial: bool) -> tuple[Field, ...]:
    fields = []
    for column in resource.table.columns:
        if column.primary_key:
            continue
        field = column_field(draft, resource.table, column)
        required = not partial and not (column.nullable or column.has_default)
        fields.append(Field(field.name, field.schema, required=required, origin=field.origin))
    return tuple(fields)


def _create(draft: Draft, resource: Resource, need: Need) -> None:
    name, _ = draft.claim(f"{resource.table.key} create", f"{resource.one}_create")
    fields = _writable(draft, resource, partial=False)
    draft.add_schema(Schema(name, resource.table.element, fields, flavour="request"))
    _operation(
        draft, resource, need,
        operation_id=f"create_{resource.one}", method="POST", path=resource.collection, kind="create", status=201,
        summary=f"Create one {resource.title}.", request=name, response=resource.schema, idempotency_key=True,
        arguments=_keywords(fields), errors=((409, problem_type(draft, "Conflict").name),),
    )  # fmt: skip


def _update(draft: Draft, resource: Resource, need: Need) -> None:
    name, _ = draft.claim(f"{resource.table.key} update", f"{resource.one}_update")
    fields = _writable(draft, resource, partial=True)
    draft.add_schema(Schema(name, resource.table.element, fields, flavour="request"))
    _operation(
        draft, resource, need,
        operation_id=f"update_{resource.one}", method="PATCH", path=resource.item, kind="update",
        summary=f"Change fields of one {resource.title}.", request=name, response=resource.schema,
        parameters=(resource.key,), idempotency_key=True,
        arguments=(Argument(resource.key.name, resource.key.name), *_keywords(fields)),
        errors=(_missing(draft), (409, problem_type(draft, "Conflict").name)),
    )  # fmt: skip


def _keywords(fields: tuple[Field, ...]) -> tuple[Argument, ...]:
    ordered = sorted(fields, key=lambda field: not field.required)
    return tuple(Argument(f.name, f.name, "keyword_only", "" if f.required else "...") for f in ordered)


def _delete(draft: Draft, resource: Resource, need: Need) -> None:
    _operation(
        draft, resource, need,
        operation_id=f"delete_{resource.one}", method="DELETE", path=resource.item, kind="delete", status=204,
        summary=f"Delete one {resource.title}.", parameters=(resource.key,), errors=(_missing(draft),),
        arguments=(Argument(resource.key.name, resource.key.name),),
    )  # fmt: skip
