"""What functions give back, to response schemas: from what they declare, else from their return statements."""

import json

from analyzer.model.contract import Field, Origin, Schema
from analyzer.model.graph import Parameter, Signature
from analyzer.publish.draft import Draft
from analyzer.publish.json_types import Fragment, from_annotation, nullable
from analyzer.publish.passed import from_passed
from analyzer.publish.schemas import named, reference

_LEARNED: Origin = "return_statements"


def publish_result(draft: Draft, signature: Signature, operation_id: str) -> tuple[str, bool]:
    """The response schema's name, and whether it wraps the function's result (so that fields can be added later)."""
    if signature.returns == "None" or (not signature.returns and signature.returned == ("NoneType",)):
        return "", False
    element = signature.element
    found = from_annotation(signature.returns, lambda name: named(draft, element, name, signature.returns_key))
    origin: Origin = "annotation"
    if found is None:
        found, origin = learned_result(draft, signature, operation_id), _LEARNED
    if found is None:
        draft.owe(f"What {element} returns is not declared.")
    elif set(found) == {"$ref"} and not is_enum(draft, name := found["$ref"].rsplit("/", 1)[-1]):
        return name, False
    name, _ = draft.claim(f"{element} result", f"{operation_id}_result")
    result = Field("result", json.dumps(found or {}), required=True, origin="unknown" if found is None else origin)
    draft.add_schema(Schema(name, element, (result,), flavour="result"))
    return name, True


def learned_result(draft: Draft, signature: Signature, operation_id: str) -> Fragment | None:
    """The schema of what the return statements give; None when they do not say, or when a result is declared."""
    if signature.returns or not signature.returned:
        return None
    if not signature.returned_fields:
        return from_passed(draft, signature.returned)
    if not {"dict", "NoneType"}.issuperset(signature.returned):
        return None
    record = reference(_record(draft, signature, operation_id))
    return nullable(record) if "NoneType" in signature.returned else record


def _record(draft: Draft, signature: Signature, operation_id: str) -> str:
    """A dict that is written out where it is returned, as an object with the same keys."""
    name, is_new = draft.claim(f"{signature.element} record", f"{operation_id}_record")
    if is_new:
        fields = tuple(_entry(draft, signature.element, entry) for entry in signature.returned_fields)
        said = "A dict in the replaced code; keys that are not listed here may come along."
        draft.add_schema(Schema(name, signature.element, fields, flavour="record", description=said))
    return name


def _entry(draft: Draft, element: str, entry: Parameter) -> Field:
    found = from_passed(draft, entry.passed)
    if found is None:
        draft.owe(f"The type of the key {entry.name} in what {element} returns is not known.")
    origin: Origin = "unknown" if found is None else _LEARNED
    return Field(entry.name, json.dumps(found or {}), required=not entry.default, origin=origin)


def is_enum(draft: Draft, name: str) -> bool:
    """Whether a schema is a list of values, which cannot be a whole answer to which fields may be added."""
    signature = draft.codebase.signatures.get(draft.element_of_schema(name))
    return signature is not None and signature.flavour == "enum"
