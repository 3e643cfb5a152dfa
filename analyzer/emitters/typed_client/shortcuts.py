"""What a client offers on top of single operations: following pages, reading and calling in batches."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from analyzer.model.contract import Operation, Schema
from analyzer.notation.fragments import plain_type
from analyzer.notation.models import attribute_names
from analyzer.notation.python import Code, identifier


class Many(NamedTuple):
    """The helper that reads any number of items through a batch operation."""

    name: Code
    key: Code
    item: Code
    attribute: Code
    limit: int


class Page(NamedTuple):
    """The helper that follows a list operation's pages."""

    name: Code
    item: Code
    signature: list[Code]
    call: Code


class Batch(NamedTuple):
    """The helper that makes many calls of one action at once."""

    name: Code
    request: Code
    result: Code
    unpack: Code  # "" where nothing comes back
    limit: int


def page_shortcut(operation: Operation, schemas: Mapping[str, Schema], parameters: Mapping[str, Code]) -> Page | None:
    """The iterator for a list operation; ``parameters`` are its lines of signature by name."""
    if operation.kind != "list":
        return None
    items = json.loads(schemas[operation.response].fields[0].schema)["items"]
    kept = {name: line for name, line in parameters.items() if name != "cursor"}
    call = ", ".join([*(f"{name}={name}" for name in kept), "cursor=cursor"])
    name = identifier(operation.operation_id.replace("list_", "iterate_", 1))
    return Page(name, plain_type(items), [Code("*"), *kept.values()], Code(call))


def many_shortcut(operation: Operation, schemas: Mapping[str, Schema]) -> Many | None:
    """The reader of any number of items for a batch-get operation, where an item names its own key."""
    if operation.kind != "batch_get":
        return None
    ids = json.loads(schemas[operation.request].fields[0].schema)
    item = schemas[operation.arguments[0].key_of]
    attribute = attribute_names(item).get(operation.arguments[0].key, "")
    if not attribute:
        return None
    name = identifier(operation.operation_id.replace("batch_get_", "get_many_", 1))
    model = Code(f"models.{identifier(item.name)}")
    return Many(name, plain_type(ids["items"]), model, identifier(attribute), ids["maxItems"])


def batch_shortcut(operation: Operation, schemas: Mapping[str, Schema]) -> Batch | None:
    """The caller of any number of requests for a batch of actions."""
    if operation.kind != "batch":
        return None
    requests = json.loads(schemas[operation.request].fields[0].schema)
    name = identifier(f"{operation.operation_id}_of_any_size")
    if not operation.response:
        return Batch(name, plain_type(requests["items"]), Code("None"), Code(""), requests["maxItems"])
    results = json.loads(schemas[operation.response].fields[0].schema)
    result = schemas[results["items"]["$ref"].rsplit("/", 1)[-1]]
    wrapped = result.flavour == "result"
    kind = plain_type(json.loads(result.fields[0].schema)) if wrapped else Code(f"models.{identifier(result.name)}")
    unpack = Code("item.result for item in batch.items" if wrapped else "batch.items")
    return Batch(name, plain_type(requests["items"]), kind, unpack, requests["maxItems"])
