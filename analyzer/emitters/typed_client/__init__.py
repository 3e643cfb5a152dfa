"""One typed client package a service: sync and async, with the signatures of the functions it replaces."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from analyzer.emitters.typed_client.methods import Method, client_method
from analyzer.model.artifact import Artifact
from analyzer.model.contract import Contract
from analyzer.model.family import Emitter
from analyzer.model.study import Study
from analyzer.notation import services
from analyzer.notation.exceptions import client_exceptions
from analyzer.notation.models import models_source
from analyzer.notation.names import snake
from analyzer.notation.python import Code, Section, checked, with_imports
from analyzer.notation.templates import render

_TRANSPORT = ["AsyncTransport", "Call", "Headers", "RaiseAs", "Transport", "answer", "details_of", "given", "key_of"]
_TRANSPORT += ["segment", "shared_http"]
_TYPES: Section = [("datetime", []), ("decimal", []), ("uuid", [])]
_IMPORTS: tuple[Section, ...] = (
    [
        *_TYPES,
        ("collections.abc", ["AsyncIterator", "Iterable", "Iterator", "Mapping", "Sequence"]),
        ("typing", ["Any", "Literal"]),
    ],
    [("httpx", [])],
    [
        (".", ["models"]),
        (".policy", ["UNSET", "Breaker", "Policy", "Unset"]),
        (".transport", _TRANSPORT),
    ],
)
_REPLACED_IMPORTS: tuple[Section, ...] = (
    [*_TYPES, ("builtins", []), ("typing", ["Any", "Literal"])],
    [("..", ["models"]), ("..current", ["client"]), ("..policy", ["UNSET", "Unset"])],
)
_SYNC = {"async_": Code(""), "await_": Code(""), "prefix": Code(""), "pool": Code("http or shared_http()")}
_ASYNC = {"async_": Code("async "), "await_": Code("await "), "prefix": Code("Async"), "pool": Code("http")}
_COPIED = ("failures", "policy", "transport")


def emit(study: Study) -> Iterator[Artifact]:
    """The client package of every service that publishes anything."""
    for contract in study.contracts:
        yield from _client(study, contract)


EMITTER = Emitter("client", "Typed sync and async clients", emit)


def _client(study: Study, contract: Contract) -> Iterator[Artifact]:
    package = services.client_package(contract.service)
    root = f"{services.folder(contract.service)}/client/src/{package}"
    schemas = {schema.name: schema for schema in contract.schemas}
    methods = [client_method(operation, schemas) for operation in contract.operations]
    values = {
        "title": services.title(study, contract.service),
        "variable": services.variable(contract.service),
        "endpoints": methods,
        "exceptions": client_exceptions(contract),
    }
    yield Artifact(f"{root}/py.typed", "")
    for name in ("__init__", "current", *_COPIED, "exceptions"):
        source = render(f"client/{name}.py.j2", **values)
        yield _python(f"{root}/{name}.py", with_imports(source, [("builtins", [])], [(".failures", ["RemoteProblem"])]))
    yield _python(f"{root}/fields.py", render("shared/fields.py.j2"))
    yield _python(f"{root}/models.py", models_source(contract.schemas))
    for name, words in (("client", _SYNC), ("async_client", _ASYNC)):
        source = render("client/client.py.j2", **words, **values)
        yield _python(f"{root}/{name}.py", with_imports(source, *_IMPORTS))
    yield from _replaced(root, methods)


def _python(path: str, source: str) -> Artifact:
    return Artifact(path, checked(source, path))


def _replaced(root: str, methods: list[Method]) -> Iterator[Artifact]:
    groups: dict[str, list[Method]] = defaultdict(list)
    for method in methods:
        if method.function:
            groups[snake(method.operation.tag, "functions")].append(method)
    if groups:
        yield Artifact(
            f"{root}/replaced/__init__.py", '"""Drop-in functions, one module for each group of operations."""\n'
        )
    for group, found in sorted(groups.items()):
        origin = found[0].operation.element.split("::", maxsplit=1)[0]
        kept = list({method.function: method for method in reversed(found)}.values())[::-1]
        hidden = _BUILTIN & {method.function for method in kept}
        source = render("client/replaced.py.j2", origin=origin, endpoints=[_spelled(one, hidden) for one in kept])
        source = with_imports(source, *_REPLACED_IMPORTS)
        yield _python(f"{root}/replaced/{group}.py", source)


_BUILTIN = frozenset({"bool", "bytes", "dict", "float", "int", "list", "object", "str"})


def _spelled(method: Method, hidden: Collection[str]) -> Method:
    """The method with those types spelled in full that a function of the same module hides by its name."""
    if not hidden:
        return method
    types = re.compile(rf"(?<![\w.\"'])({'|'.join(sorted(hidden))})(?![\w\"'])")
    lines = [line.partition(": ") for line in method.signature]
    signature = [Code(name + colon + types.sub(r"builtins.\1", kind)) for name, colon, kind in lines]
    return method._replace(signature=signature, returns=Code(types.sub(r"builtins.\1", method.returns)))
