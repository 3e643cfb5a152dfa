"""A batch beside an action that is called in a loop: one request for many calls."""

import json
from collections.abc import Mapping

from msgspec import structs

from analyzer.model.contract import Argument, Field, Operation, Schema
from analyzer.publish.draft import Draft
from analyzer.publish.schemas import reference

BATCH_LIMIT = 100  # calls of one batch: long enough to hide the network, short enough for a request's time limit


def publish_batch(draft: Draft, operation: Operation) -> None:
    """``<action>/batch``: the requests in order, the results in the same order; the first failure ends it."""
    if operation.parameters or not (operation.request and operation.response):
        draft.owe(f"{operation.operation_id} is called in a loop and has no batch: give it one, or call it once.")
        return
    operation_id = draft.operation_id(f"{operation.operation_id}_batch")
    items = {"type": "array", "items": reference(operation.request), "minItems": 1, "maxItems": BATCH_LIMIT}
    results = {"type": "array", "items": reference(operation.response)}
    request = _holder(draft, f"{operation_id}_request", items)
    response = _holder(draft, f"{operation_id}_result", results)
    batch = structs.replace(
        operation,
        operation_id=operation_id,
        path=draft.path("POST", f"{operation.path}/batch"),
        summary=f"Many calls of {operation.operation_id} in one request.",
        request=request,
        response=response,
        kind="batch",
        batch=True,
        function="",
        arguments=(Argument("items", "items"),),
        wrapped=False,
    )
    draft.add_operation(batch)


def _holder(draft: Draft, wanted: str, items: Mapping[str, object]) -> str:
    name, _ = draft.claim(wanted, wanted)
    field = Field("items", json.dumps(items), required=True, origin="fixed")
    return draft.add_schema(Schema(name, "", (field,), flavour="batch"))
