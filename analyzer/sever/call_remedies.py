"""What to do about a use of another service's code: the first rule that fits decides, and says why."""

from collections.abc import Callable

from msgspec.structs import replace

from analyzer.model.breaks import Remedy
from analyzer.sever.type_remedies import (
    decorator,
    event_bus,
    library,
    model_class,
    only_imported,
    plain_class,
    reference,
    route,
    schema,
)
from analyzer.sever.use import Use


def choose(use: Use) -> Remedy:
    """The remedy of the first rule that answers."""
    return next(remedy for rule in RULES if (remedy := rule(use)) is not None)


def _method_of_model(use: Use) -> Remedy | None:
    if not use.orm:
        return None
    batch = _batch(use)
    return Remedy(
        kind="batch_operation" if batch else "resource_operation",
        title="Batch operation on the resource" if batch else "Operation on the resource",
        reason=f"{use.name} belongs to {use.orm}, whose rows stay with the owner: send the identifier, let the owner "
        f"load the row and act.{batch}",
        automation="with_loss",
        loss="The caller's object is not updated in place; it sees what the answer carries.",
        steps=("publish the operation under the resource of the model", "call it by identifier"),
    )


def _handing(use: Use) -> Remedy | None:
    if not use.handed:
        return None
    what = "; ".join(use.handed)
    return Remedy(
        kind="batch_operation" if use.in_loop else "rest_operation",
        title="Batch operation with identifiers" if use.in_loop else "REST operation with identifiers",
        reason=f"A model instance crosses the call: {what}. Identifier and these fields can travel.{_batch(use)}",
        automation="with_loss",
        loss="What the other side does to the instance is not seen here unless the answer says it.",
        steps=("publish the operation with identifiers and the fields used", "call it by the generated client"),
    )


def _opaque(use: Use) -> Remedy | None:
    said = _what_cannot_be_sent(use)
    if not said:
        return None
    return Remedy(
        kind="batch_operation" if use.in_loop else "rest_operation",
        title="REST operation after its arguments are made plain",
        reason=f"{use.name} takes or gives {said}, which is not plain data.{_batch(use)}",
        automation="decision",
        steps=("choose the fields that are really needed", "publish the operation with them"),
    )


def _computes(use: Use) -> Remedy | None:
    """What only computes can run anywhere; a network call would make it slow and able to fail."""
    if not use.only_computes:
        return None
    found = library(use.name, "It can run in any process.")
    return replace(
        found, steps=(*found.steps, "or publish it as an operation when its rules change more than its users")
    )


def _operation(use: Use) -> Remedy:
    batch, doubts = _batch(use), _doubts(use)
    reason = f"{use.name} is called and its result is used at once, so the caller waits for an answer.{batch}{doubts}"
    return Remedy(
        kind="batch_operation" if batch else "rest_operation",
        title="Batch operation" if batch else "REST operation",
        reason=reason,
        automation="with_loss" if batch or doubts else "automatic",
        loss=_loss(use, doubts),
        steps=("publish the operation", "call it by the generated client, with a timeout"),
    )


def _batch(use: Use) -> str:
    if not use.in_loop:
        return ""
    calls = "1 call is" if use.in_loop == 1 else f"{use.in_loop} calls are"
    return f" {calls} inside a loop: one request for all of them instead of one for each round."


def _doubts(use: Use) -> str:
    signature = use.signature
    if signature is None:
        return " Its signature was not read."
    if signature.is_generator:
        return " It yields its results one by one."
    if any(one.kind in ("var_positional", "var_keyword") for one in signature.parameters):
        return " It takes any arguments."
    bare = [one.name for one in signature.parameters if not one.annotation and one.name not in ("self", "cls")]
    if bare or not signature.returns:
        return " Not all of its types are written down."
    return ""


def _loss(use: Use, doubts: str) -> str:
    if doubts:
        if use.signature and use.signature.is_generator:
            return "The lazy results become pages."
        return "Types of the contract are guesses until a person confirms them."
    return "Work between the rounds of the loop no longer sees each result." if use.in_loop else ""


def _what_cannot_be_sent(use: Use) -> str:
    if use.signature is None:
        return ""
    for one in use.signature.parameters:
        if one.annotation_key in use.models:
            return f"a model instance ({one.name})"
        if "Callable" in one.annotation:
            return f"a function ({one.name})"
        if one.annotation.rpartition(".")[2].endswith("Request"):
            return f"the request itself ({one.name})"
    return "a model instance as its result" if use.signature.returns_key in use.models else ""


Rule = Callable[[Use], Remedy | None]
RULES: tuple[Rule, ...] = (
    only_imported,
    event_bus,
    decorator,
    route,
    schema,
    model_class,
    plain_class,
    reference,
    _method_of_model,
    _handing,
    _computes,
    _opaque,
    _operation,
)
