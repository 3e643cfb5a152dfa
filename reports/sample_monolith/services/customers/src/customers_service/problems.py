"""RFC 9457 problem details: what each exception becomes on the wire."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any, TypeVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

T = TypeVar("T")
R = TypeVar("R")
MEDIA_TYPE = "application/problem+json"
_OWN_MEMBERS = frozenset({"type", "title", "status", "detail"})


class ServiceProblem(Exception):
    """An exception that crosses the network; ``extra`` members travel with it."""

    type = "about:blank"
    title = "Problem"
    status = 500

    def __init__(self, detail: str = "", **extra: object) -> None:
        super().__init__(detail)
        self.detail = detail
        self.extra = extra


class NotImplementedYet(ServiceProblem):
    """Nobody has written the handler of this operation."""

    title = "Not implemented"
    status = 501


def given(body: BaseModel) -> dict[str, Any]:
    """The fields that the caller sent, and no defaults for the others."""
    return {name: getattr(body, name) for name in body.model_fields_set}


def in_order(call: Callable[[T], R], requests: Iterable[T]) -> list[R]:
    """Make many calls one after the other; a problem says at which item it ended."""
    results = []
    for index, request in enumerate(requests):
        try:
            results.append(call(request))
        except ServiceProblem as problem:
            problem.extra.setdefault("item", index)
            raise
    return results


@contextmanager
def declared(*kinds: type[ServiceProblem]) -> Iterator[None]:
    """Let declared problems pass, and turn an exception of the same name (moved code raises it) into one."""
    try:
        yield
    except ServiceProblem:
        raise
    except Exception as error:
        names = {ancestor.__name__ for ancestor in type(error).__mro__}
        for kind in kinds:
            if kind.__name__ in names:
                raise kind(str(error)) from error
        raise


def problem_response(
    status: int,
    title: str,
    detail: str = "",
    members: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Make a problem response; an empty detail is left out."""
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, **(members or {})}
    if detail:
        body["detail"] = detail
    return JSONResponse(body, status_code=status, media_type=MEDIA_TYPE, headers=dict(headers or {}))


def internal_error() -> JSONResponse:
    """Answer a failure that nobody declared: no detail leaves the service."""
    return problem_response(500, "Internal error")


def unexpected(error: Exception) -> JSONResponse:
    """Answer what nobody handled: 503 when a service that this one calls could not be reached, else 500."""
    if getattr(error, "unreachable", False):
        return problem_response(503, "A service this one needs does not answer", headers={"Retry-After": "1"})
    return internal_error()


def install(app: FastAPI) -> None:
    """Answer every failure of the framework and of the handlers with problem details."""
    app.add_exception_handler(ServiceProblem, _service_problem)
    app.add_exception_handler(RequestValidationError, _invalid_request)
    app.add_exception_handler(HTTPException, _http_failure)


async def _service_problem(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, ServiceProblem):
        return internal_error()
    members = {name: value for name, value in error.extra.items() if name not in _OWN_MEMBERS}
    return problem_response(error.status, error.title, error.detail, {**members, "type": error.type})


async def _invalid_request(_request: Request, error: Exception) -> JSONResponse:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    errors = [{"place": ".".join(map(str, item["loc"])), "message": item["msg"]} for item in found]
    return problem_response(422, "Invalid request", "The request does not keep the contract.", {"errors": errors})


async def _http_failure(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        return internal_error()
    return problem_response(error.status_code, HTTPStatus(error.status_code).phrase, headers=error.headers)
