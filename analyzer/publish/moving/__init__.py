"""Functions that need nothing but themselves, copied whole, so that their operations work from the first day."""

import json
from collections.abc import Iterable, Mapping
from itertools import chain

from msgspec import structs

from analyzer.model.contract import Contract, Operation, Schema
from analyzer.model.graph import Graph
from analyzer.publish.moving.extract import extract

__all__ = ["movable", "move"]

_STATE = frozenset({"state_read", "state_write", "read", "write"})
_PLAIN = frozenset({"positional", "keyword_only"})


def movable(graph: Graph, contracts: Iterable[Contract]) -> tuple[str, ...]:
    """The files whose text `move` needs: those of functions that use nothing of the codebase outside their file."""
    wanted = {o.element: o.element.split("::", 1)[0] for c in contracts for o in c.operations if _fits(o, _schemas(c))}
    columns = (graph.links[name].tolist() for name in ("source", "target", "kind"))
    outward = {
        str(source)
        for source, target, kind in zip(*columns, strict=True)
        if source in wanted and (kind in _STATE or not str(target).startswith(f"{wanted[source]}::"))
    }
    return tuple(sorted({file for element, file in wanted.items() if element not in outward}))


def move(contracts: Iterable[Contract], texts: Mapping[str, str]) -> tuple[Contract, ...]:
    """The contracts, with the source of every self-contained function; ``texts`` is file text by file."""
    return tuple(_moved(contract, texts) for contract in contracts)


def _moved(contract: Contract, texts: Mapping[str, str]) -> Contract:
    schemas = _schemas(contract)
    operations = []
    for operation in contract.operations:
        file, _, name = operation.element.partition("::")
        source = extract(texts[file], name) if file in texts and _fits(operation, schemas) else ""
        operations.append(structs.replace(operation, moved=source) if source else operation)
    pure = {
        f"{o.operation_id} computes from its arguments alone: callers may copy it and save the call."
        for o in operations
        if o.moved
    }
    return structs.replace(contract, operations=tuple(operations), debts=tuple(sorted({*contract.debts, *pure})))


def _schemas(contract: Contract) -> dict[str, Schema]:
    return {schema.name: schema for schema in contract.schemas}


def _fits(operation: Operation, schemas: Mapping[str, Schema]) -> bool:
    """Whether the function is called with plain values under their own names, and gives plain values back."""
    if operation.kind != "action" or "." in operation.element.partition("::")[2] or not operation.function:
        return False
    used = [schemas[name] for name in (operation.request, operation.response) if name]
    fields = chain.from_iterable(schema.fields for schema in used)
    return (
        all(argument.kind in _PLAIN and argument.name == argument.field for argument in operation.arguments)
        and (operation.wrapped or not operation.response)
        and not any("$ref" in json.dumps(json.loads(field.schema)) for field in fields)
    )
