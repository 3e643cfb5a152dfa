"""The application: routes, health, tracing, problems and the contract it answers with."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from starlette.routing import BaseRoute

from . import health, idempotency, problems, telemetry, tracing
from .handlers import Handlers
from .operations import Operations
from .routers import ROUTERS

SERVICE = "promotions"


def create_app(operations: Operations | None = None, store: idempotency.Store | None = None) -> FastAPI:
    """Build the application around ``operations`` (by default the hand-owned handlers)."""
    app = FastAPI(title=SERVICE, docs_url=None, redoc_url=None, lifespan=_lifespan, redirect_slashes=False)
    chosen = operations or Handlers()
    app.state.operations = chosen
    app.state.serving = False
    routes = [route for router in (*ROUTERS, health.router) for route in router.routes]
    app.router.routes.extend(sorted(routes, key=_open_segments))
    problems.install(app)
    app.add_middleware(idempotency.IdempotencyMiddleware, store=store or chosen.store())
    app.add_middleware(tracing.TracingMiddleware, service=SERVICE)
    app.openapi = contract  # type: ignore[method-assign]  # the contract is the source, not what FastAPI infers
    telemetry.instrument(app)
    return app


def _open_segments(route: BaseRoute) -> list[bool]:
    """Order by which segments are parameters: of two routes that fit a request, the more exact one answers."""
    return [part.startswith("{") for part in getattr(route, "path", "").split("/")]


def contract() -> dict[str, Any]:
    """Load the OpenAPI document that this service promises to keep."""
    document: dict[str, Any] = json.loads(files(__package__).joinpath("openapi.json").read_text("utf-8"))
    return document


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.serving = True
    yield
    app.state.serving = False


app = create_app()
