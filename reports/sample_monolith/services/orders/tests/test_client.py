"""The client speaks the contract: every operation called, every declared exception raised as itself."""

import asyncio
import json
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import TypeAdapter

from orders_client import (
    AsyncClient,
    CircuitOpen,
    Client,
    Policy,
    RemoteProblem,
    ServiceUnreachable,
    exceptions,
)

CALLS = json.loads(Path(__file__).with_name("calls.json").read_text("utf-8"))
PROBLEMS = [(call, name) for call in CALLS for name in call["problems"]]
NAMES = [f"{call['operation']}-{name}" for call, name in PROBLEMS]


def _arguments(method: Callable[..., Any], call: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    hints = typing.get_type_hints(method)

    def typed(name: str, value: Any) -> Any:
        return TypeAdapter(hints[name]).validate_json(json.dumps(value))

    given = [typed(name, value) for name, value in call["positional"]]
    given += [typed(call["rest"], value) for value in call["items"]]
    return given, {name: typed(name, value) for name, value in call["keywords"].items()}


@pytest.mark.parametrize("call", CALLS, ids=[call["operation"] for call in CALLS])
def test_every_operation(call: dict[str, Any], server: str) -> None:
    method = getattr(Client(server), call["operation"])
    positional, keywords = _arguments(method, call)
    result = method(*positional, **keywords)
    expected = TypeAdapter(typing.get_type_hints(method)["return"]).validate_json(json.dumps(call["result"]))
    assert result == expected


@pytest.mark.parametrize("call", CALLS, ids=[call["operation"] for call in CALLS])
def test_every_operation_with_asyncio(call: dict[str, Any], server: str) -> None:
    async def run() -> Any:
        async with httpx.AsyncClient() as http:
            method = getattr(AsyncClient(server, http=http), call["operation"])
            positional, keywords = _arguments(method, call)
            return await method(*positional, **keywords), typing.get_type_hints(method)["return"]

    result, kind = asyncio.run(run())
    assert result == TypeAdapter(kind).validate_json(json.dumps(call["result"]))


@pytest.mark.parametrize(("call", "name"), PROBLEMS, ids=NAMES)
def test_exceptions_cross(call: dict[str, Any], name: str, server: str, failing: Callable[[str], None]) -> None:
    failing(name)
    method = getattr(Client(server, policy=Policy(retries=0)), call["operation"])
    positional, keywords = _arguments(method, call)
    with pytest.raises(getattr(exceptions, name)) as raised:
        method(*positional, **keywords)
    assert raised.value.detail == "a reason"
    assert raised.value.members["hint"] == "a member"


@pytest.mark.parametrize(("call", "name"), PROBLEMS[:1], ids=NAMES[:1])
def test_the_callers_own_class(call: dict[str, Any], name: str, server: str, failing: Callable[[str], None]) -> None:
    class Own(Exception):
        """What the caller used to catch."""

    def make(problem: RemoteProblem) -> Exception:
        return Own(problem.detail)

    failing(name)
    method = getattr(Client(server, raise_as={name: make}), call["operation"])
    positional, keywords = _arguments(method, call)
    with pytest.raises(Own, match="a reason"):
        method(*positional, **keywords)


@pytest.mark.parametrize("call", CALLS[:1], ids=[call["operation"] for call in CALLS[:1]])
def test_a_dead_service(call: dict[str, Any]) -> None:
    policy = Policy(retries=0, failures_to_open=2)
    method = getattr(Client("http://127.0.0.1:9", policy=policy), call["operation"])
    positional, keywords = _arguments(method, call)
    for expected in (ServiceUnreachable, ServiceUnreachable, CircuitOpen):
        with pytest.raises(expected):
            method(*positional, **keywords)
