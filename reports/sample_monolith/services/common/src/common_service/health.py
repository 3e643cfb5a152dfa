"""Liveness and readiness: neither asks another service, so one that is down never takes this one with it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

router = APIRouter()


@router.get("/health/live", include_in_schema=False)
async def live() -> JSONResponse:
    """Answer as long as the process can answer."""
    return JSONResponse({"status": "alive"})


@router.get("/health/ready", include_in_schema=False)
async def ready(request: Request) -> JSONResponse:
    """Answer 200 between start and shutdown while the handlers say that their own resources are there."""
    state = request.app.state
    if state.serving and state.operations.ready():
        return JSONResponse({"status": "ready"})
    return JSONResponse({"status": "not ready"}, status_code=503, headers={"Retry-After": "1"})
