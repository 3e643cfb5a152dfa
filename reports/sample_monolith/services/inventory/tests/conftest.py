"""The service on a loopback port of its own, answering every operation with the contract's example."""

from __future__ import annotations

import socket
import threading
import time
import typing
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import uvicorn

from inventory_service import exceptions
from inventory_service.app import contract, create_app
from inventory_service.handlers import Handlers
from inventory_service.operations import Operations


class ExampleOperations(Operations):
    """Answers with examples; ``failure`` makes every operation raise instead."""

    failure: Exception | None = None


def _examples() -> dict[str, Any]:
    found = {}
    for methods in contract()["paths"].values():
        for operation in methods.values():
            success = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
            found[operation["operationId"]] = success.get("content", {}).get("application/json", {}).get("example")
    return found


def _operation(example: Any, kind: Any) -> Callable[..., Any]:
    def answer(self: ExampleOperations, **_arguments: Any) -> Any:
        if self.failure is not None:
            raise self.failure
        return None if kind is type(None) else kind.model_validate(example)

    return answer


for _name, _example in _examples().items():
    _kind = typing.get_type_hints(getattr(Operations, _name))["return"]
    setattr(ExampleOperations, _name, _operation(_example, _kind))


def _serve(operations: Operations) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(operations), log_level="error", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=5)


@pytest.fixture(scope="session")
def operations() -> ExampleOperations:
    return ExampleOperations()


@pytest.fixture(scope="session")
def server(operations: ExampleOperations) -> Iterator[str]:
    yield from _serve(operations)


@pytest.fixture(scope="session")
def real_server() -> Iterator[str]:
    yield from _serve(Handlers())


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=10) as client:
        yield client


@pytest.fixture
def failing(operations: ExampleOperations) -> Iterator[Callable[[str], None]]:
    def fail(name: str) -> None:
        operations.failure = getattr(exceptions, name)("a reason", hint="a member")

    yield fail
    operations.failure = None
