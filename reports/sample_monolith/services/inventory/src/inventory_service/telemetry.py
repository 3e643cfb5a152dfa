"""OpenTelemetry, when it is installed and switched on by the standard environment variables."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec

from fastapi import FastAPI


def instrument(app: FastAPI) -> bool:
    """Instrument the application; False when OpenTelemetry is off or not installed."""
    if not os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT") or os.environ.get("OTEL_SDK_DISABLED") == "true":
        return False
    if find_spec("opentelemetry") is None or find_spec("opentelemetry.instrumentation") is None:
        return False
    if find_spec("opentelemetry.instrumentation.fastapi") is None:
        return False
    instrumentation = import_module("opentelemetry.instrumentation.fastapi")
    instrumentation.FastAPIInstrumentor.instrument_app(app)
    return True
