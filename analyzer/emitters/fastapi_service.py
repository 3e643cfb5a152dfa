"""One FastAPI application a service: generated routes around hand-owned handlers."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analyzer.model.artifact import Artifact
from analyzer.model.contract import Contract, Field, Operation
from analyzer.model.family import Emitter
from analyzer.model.study import Study
from analyzer.notation import services
from analyzer.notation.fragments import plain_type, python_type
from analyzer.notation.models import FIELD_TYPES, attribute_names, models_source
from analyzer.notation.names import is_identifier, snake, unique
from analyzer.notation.prose import comment
from analyzer.notation.python import Code, Section, checked, dotted, identifier, literal, with_imports
from analyzer.notation.templates import render

_RUNTIME = ("health", "idempotency", "telemetry", "tracing")
_LOCALS = frozenset({"self", "operations_", "models", "problems", "declared", "router", "key_", "body"})
_TEXT_TYPES = frozenset({"WholeNumberText", "NumberText", "YesNoText"})  # numbers arrive as text in URLs

_ROUTER_IMPORTS: tuple[Section, ...] = (
    [("typing", ["Annotated", "Any", "Literal"]), ("uuid", ["UUID"])],
    [("fastapi", ["APIRouter", "Header", "Path", "Query"]), ("pydantic", ["Field"])],
    [
        ("..", ["exceptions", "models"]),
        ("..fields", sorted(FIELD_TYPES | _TEXT_TYPES)),
        ("..operations", ["Current"]),
        ("..problems", ["declared"]),
    ],
)
_OPERATION_IMPORTS: tuple[Section, ...] = (
    [("datetime", []), ("decimal", []), ("uuid", []), ("typing", ["Annotated", "Any", "Literal"])],
    [("fastapi", ["Depends", "Request"])],
)


class Parameter(NamedTuple):
    """One parameter of a route function."""

    name: Code
    annotation: Code
    plain: Code
    default: Code


class Peer(NamedTuple):
    """A service that this one calls."""

    name: Code
    package: Code
    variable: Code


_PEER_NAMES = (services.folder_name, services.client_package, services.variable)


class Single(NamedTuple):
    """The operation that a batch repeats, called with one item of the batch."""

    name: Code
    item: Code
    keys: Code  # of an action on an item: its path's parameters, each from the item
    body: Code
    returns: Code


class Endpoint(NamedTuple):
    """One operation as the templates need it."""

    operation: Operation
    name: Code
    verb: Code
    parameters: tuple[Parameter, ...]
    body: Code
    returns: Code
    failures: tuple[Code, ...]
    call: Code
    given: Code
    moved: Code  # the module that holds the copied function, "" when none was copied
    single: Single | None  # of a batch: the operation it repeats


def emit(study: Study) -> Iterator[Artifact]:
    """The package of every service's server; only ``handlers.py`` belongs to a person."""
    for contract in study.contracts:
        yield from _service(study, contract)


EMITTER = Emitter("fastapi", "FastAPI applications", emit, needs=("openapi",))


def _service(study: Study, contract: Contract) -> Iterator[Artifact]:
    package = services.package(contract.service)
    root = f"{services.folder(contract.service)}/src/{package}"
    singles = {o.element: o for o in contract.operations if o.kind in {"action", "item_action"}}
    endpoints = [_endpoint(operation, _single(operation, singles, contract)) for operation in contract.operations]
    tags: dict[str, list[Endpoint]] = defaultdict(list)
    for endpoint in endpoints:
        tags[_module(endpoint.operation.tag)].append(endpoint)
    values = {
        "title": services.title(study, contract.service),
        "service": contract.service,
        "package": package,
        "contract": contract,
        "endpoints": endpoints,
        "tags": sorted(tags),
        "problems": [_failure(contract, problem.name, problem.slug) for problem in contract.problems],
    }
    for name in ("__init__", "__main__", "app", "exceptions", "handlers", "operations", "problems", *_RUNTIME):
        source = with_imports(render(f"server/{name}.py.j2", **values), *_operation_imports(contract))
        checked(source, f"{root}/{name}.py")
        yield Artifact(f"{root}/{name}.py", source, "hand_owned" if name == "handlers" else "generated")
    yield from _moved(root, contract)
    yield from _peers(root, services.callees(study, contract.service))
    yield Artifact(f"{root}/py.typed", "")
    yield Artifact(f"{root}/fields.py", checked(render("shared/fields.py.j2"), f"{root}/fields.py"))
    yield Artifact(f"{root}/models.py", checked(models_source(contract.schemas), f"{root}/models.py"))
    yield Artifact(f"{root}/routers/__init__.py", checked(render("server/routers.py.j2", **values), "routers"))
    for tag, group in sorted(tags.items()):
        source = with_imports(render("server/router.py.j2", tag=tag, endpoints=group), *_ROUTER_IMPORTS)
        yield Artifact(f"{root}/routers/{tag}.py", checked(source, f"{root}/routers/{tag}.py"))


def _operation_imports(contract: Contract) -> tuple[Section, ...]:
    moved = [operation.operation_id for operation in contract.operations if operation.moved]
    own: Section = [
        (".", ["models"]),
        (".idempotency", ["MemoryStore", "Store"]),
        (".moved", moved or ["_"]),
        (".operations", ["Operations"]),
        (".problems", ["NotImplementedYet", "ServiceProblem", "given", "in_order"]),
    ]
    return (*_OPERATION_IMPORTS, own)


def _moved(root: str, contract: Contract) -> Iterator[Artifact]:
    moved = [operation for operation in contract.operations if operation.moved]
    if moved:
        yield Artifact(f"{root}/moved/__init__.py", '"""Functions copied whole from the monolith."""\n')
    for operation in moved:
        path = f"{root}/moved/{operation.operation_id}.py"
        heading = f"# Copied from {comment(operation.element)}; it is yours to change.\n"
        yield Artifact(path, checked(heading + operation.moved, path), "hand_owned")


def _peers(root: str, callees: tuple[str, ...]) -> Iterator[Artifact]:
    if callees:
        peers = [Peer(*(identifier(name(key)) for name in _PEER_NAMES)) for key in callees]
        packages: Section = [(peer.package, []) for peer in sorted(peers, key=lambda peer: peer.package)]
        source = with_imports(render("server/peers.py.j2", peers=peers), packages, [(".tracing", ["outgoing_headers"])])
        yield Artifact(f"{root}/peers.py", checked(source, f"{root}/peers.py"))


def _module(tag: str) -> str:
    name = snake(tag, "operations")
    return name if is_identifier(name) else f"{name}_"


def _failure(contract: Contract, name: str, slug: str) -> tuple[object, Code]:
    problem = next(p for p in contract.problems if p.name == name)
    return problem, literal(services.problem_uri(contract.service, slug))


def _single(operation: Operation, singles: Mapping[str, Operation], contract: Contract) -> Single | None:
    if operation.kind != "batch":
        return None
    single = singles[operation.element]
    (request,) = (schema for schema in contract.schemas if schema.name == operation.request)
    item = json.loads(request.fields[0].schema)["items"]["$ref"].rsplit("/", 1)[-1]
    (holder,) = (schema for schema in contract.schemas if schema.name == item)
    attributes = attribute_names(holder)
    taken: dict[str, None] = {}
    keys = [(_parameter(field, taken).name, attributes[field.name]) for field in single.parameters]
    return Single(
        identifier(single.operation_id),
        dotted(f"models.{item}"),
        Code(", ".join(f"{name}=item.{identifier(attribute)}" for name, attribute in keys)),
        dotted(f"models.{single.request}") if single.request else Code(""),
        dotted(f"models.{single.response}") if single.response else Code("None"),
    )


def _endpoint(operation: Operation, single: Single | None) -> Endpoint:
    taken: dict[str, None] = {}
    parameters = sorted((_parameter(field, taken) for field in operation.parameters), key=lambda p: bool(p.default))
    return Endpoint(
        operation=operation,
        name=identifier(operation.operation_id),
        verb=identifier(operation.method.lower()),
        parameters=tuple(parameters),
        body=dotted(f"models.{operation.request}") if operation.request else Code(""),
        returns=dotted(f"models.{operation.response}") if operation.response else Code("None"),
        failures=tuple(dotted(f"exceptions.{name}") for name in dict.fromkeys(name for _, name in operation.errors)),
        given=Code("**given(body)" if operation.request else ""),
        moved=identifier(operation.operation_id) if operation.moved else Code(""),
        single=single,
        call=Code(
            ", ".join([*(f"{p.name}={p.name}" for p in parameters), *(["body=body"] if operation.request else [])])
        ),
    )


def _parameter(field: Field, taken: dict[str, None]) -> Parameter:
    wanted = field.name if is_identifier(field.name) and field.name not in _LOCALS else f"{snake(field.name)}_"
    name = unique(wanted, taken)
    taken[name] = None
    place = {"path": "Path", "query": "Query", "header": "Header"}[field.location]
    alias = "" if name == field.name else f"alias={literal(field.name)}"
    schema = json.loads(field.schema)
    kind = str(python_type(schema))
    plain = plain_type(schema) if field.required else Code(f"{plain_type(schema)} | None")
    kind = re.sub(r"\b(WholeNumber|Number|YesNo)\b", r"\1Text", kind)
    annotation = f"Annotated[{kind}{'' if field.required else ' | None'}, {place}({alias})]"
    return Parameter(identifier(name), Code(annotation), plain, Code("" if field.required else " = None"))
