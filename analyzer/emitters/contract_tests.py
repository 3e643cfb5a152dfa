"""The tests that ship with each service: contract, client, consumers, health."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from analyzer.model.artifact import Artifact
from analyzer.model.contract import Contract, Field, Operation, Schema
from analyzer.model.family import Emitter
from analyzer.model.study import Study
from analyzer.notation import services
from analyzer.notation.arguments import argument_names
from analyzer.notation.documents import json_text
from analyzer.notation.examples import example, schema_example
from analyzer.notation.python import checked
from analyzer.notation.templates import render

_FILES = ("conftest", "test_health", "test_contract", "test_client", "test_consumers")


def emit(study: Study) -> Iterator[Artifact]:
    """``tests/`` in every service's folder; the examples are data, the tests are the same for all."""
    for contract in study.contracts:
        folder = f"{services.folder(contract.service)}/tests"
        names = {
            "package": services.package(contract.service),
            "client": services.client_package(contract.service),
        }
        for name in _FILES:
            path = f"{folder}/{name}.py"
            yield Artifact(path, checked(render(f"tests/{name}.py.j2", **names), path))
        schemas = {schema.name: schema for schema in contract.schemas}
        calls = [_call(operation, schemas) for operation in contract.operations]
        yield Artifact(f"{folder}/calls.json", json_text(calls))
        yield Artifact(f"{folder}/consumers.json", json_text(_consumers(contract, schemas)))


EMITTER = Emitter("tests", "Contract, client and consumer tests", emit, needs=("openapi", "fastapi", "client"))


def _call(operation: Operation, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """One call of the client, argument by argument, as JSON."""
    fields = _fields(operation, schemas)
    names = argument_names(operation)
    call: dict[str, Any] = {"positional": [], "rest": "", "items": [], "keywords": {}}
    for argument in operation.arguments:
        name = names[argument.name]
        if not argument.field:
            call["positional"].append([name, schema_example(schemas[operation.request], schemas)])
            continue
        value = example(json.loads(fields[argument.field].schema), schemas)
        if argument.kind == "var_positional":
            call["rest"], call["items"] = name, value
        elif argument.kind == "keyword_only":
            call["keywords"][name] = value
        elif argument.kind != "var_keyword":
            call["positional"].append([name, value])
    return {
        "operation": operation.operation_id,
        **call,
        "result": _result(operation, schemas),
        "problems": sorted({name for _, name in operation.errors}),
    }


def _fields(operation: Operation, schemas: Mapping[str, Schema]) -> dict[str, Field]:
    fields = {field.name: field for field in schemas[operation.request].fields} if operation.request else {}
    return {**fields, **{field.name: field for field in operation.parameters}}


def _result(operation: Operation, schemas: Mapping[str, Schema]) -> Any:  # noqa: ANN401 - any JSON
    if not operation.response:
        return None
    found = schema_example(schemas[operation.response], schemas)
    return found[schemas[operation.response].fields[0].name] if operation.wrapped else found


def _consumers(contract: Contract, schemas: Mapping[str, Schema]) -> list[dict[str, Any]]:
    return [
        {
            "break": key,
            "consumers": list(operation.consumers),
            "operation": operation.operation_id,
            "request": _request(operation, schemas),
            "status": operation.status,
            "fields": [f.name for f in schemas[operation.response].fields if f.required] if operation.response else [],
        }
        for operation in contract.operations
        for key in operation.breaks
    ]


def _request(operation: Operation, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    path, query = operation.path, {}
    for field in operation.parameters:
        value = example(json.loads(field.schema), schemas)
        if field.location == "path":
            path = path.replace(f"{{{field.name}}}", quote(str(value), safe=""))
        elif field.location == "query" and field.required:
            query[field.name] = value
    body = schema_example(schemas[operation.request], schemas) if operation.request else None
    return {"method": operation.method, "path": path, "query": urlencode(query), "body": body}
