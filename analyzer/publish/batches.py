"""A batch beside an action that is called in a loop: one request for many calls."""

import json
from collections.abc import Mapping

from msgspec import structs

from analyzer.model.contract import Argument, Field, Operation, Schema
from analyzer.publish.draft import Draft
from analyzer.publish.schemas import reference

BATCH_LIMIT = 100  # calls of one batch: long enough to hide the network, short enough for a request's time limit


def publish_batch(draft: Draft, operation: Operation, fields: tuple[Field, ...]) -> None:
    """``<action>/batch``: the requests in order, the results in the same order; the first failure ends it.

    For an action on an item each request names its item too. Where the action gives nothing back, nor does the batch.
    """
    if not operation.parameters and not operation.request:
        draft.owe(f"{operation.operation_id} is called in a loop and takes nothing: call it once, before the loop.")
        return
    operation_id = draft.operation_id(f"{operation.operation_id}_batch")
    one = _item(draft, operation, fields, operation_id) if operation.parameters else operation.request
    items = {"type": "array", "items": reference(one), "minItems": 1, "maxItems": BATCH_LIMIT}
    batch = structs.replace(
        operation,
        operation_id=operation_id,
        method="POST",
        path=draft.path("POST", f"{_without_item(operation.path)}/batch"),
        summary=f"Many calls of {operation.operation_id} in one request.",
        request=_holder(draft, f"{operation_id}_request", items),
        response=_results(draft, operation, operation_id),
        parameters=(),
        kind="batch",
        batch=True,
        function="",
        arguments=(Argument("items", "items"),),
        wrapped=False,
    )
    draft.add_operation(batch)


def _item(draft: Draft, operation: Operation, fields: tuple[Field, ...], operation_id: str) -> str:
    """One call of an action on an item: the item's key beside what the action is given."""
    name, _ = draft.claim(f"{operation_id} item", f"{operation_id}_item")
    keys = tuple(structs.replace(field, location="body") for field in operation.parameters)
    said = f"One call of {operation.operation_id}."
    return draft.add_schema(Schema(name, operation.element, (*keys, *fields), flavour="request", description=said))


def _without_item(path: str) -> str:
    return "/".join(part for part in path.split("/") if not part.startswith("{"))


def _results(draft: Draft, operation: Operation, operation_id: str) -> str:
    if not operation.response:
        return ""
    return _holder(draft, f"{operation_id}_result", {"type": "array", "items": reference(operation.response)})


def _holder(draft: Draft, wanted: str, items: Mapping[str, object]) -> str:
    name, _ = draft.claim(wanted, wanted)
    field = Field("items", json.dumps(items), required=True, origin="fixed")
    return draft.add_schema(Schema(name, "", (field,), flavour="batch"))
