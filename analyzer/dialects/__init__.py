"""How to read a framework: one file each, all of them in ``DIALECTS``."""

from analyzer.dialects.celery import CELERY
from analyzer.dialects.django import DJANGO
from analyzer.dialects.django_rest_framework import DJANGO_REST_FRAMEWORK
from analyzer.dialects.events import EVENTS
from analyzer.dialects.fastapi_starlette import FASTAPI
from analyzer.dialects.flask import FLASK
from analyzer.model.page import Dialect

DIALECTS: tuple[Dialect, ...] = (
    CELERY,
    DJANGO,
    DJANGO_REST_FRAMEWORK,
    EVENTS,
    FASTAPI,
    FLASK,
)
