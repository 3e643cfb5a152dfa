"""How to read a framework: one file each, all of them in ``DIALECTS``."""

from analyzer.dialects.active_records import ACTIVE_RECORDS
from analyzer.dialects.buses import BUSES_BY_NAME
from analyzer.dialects.caches import CACHES
from analyzer.dialects.celery import CELERY
from analyzer.dialects.commands import COMMANDS
from analyzer.dialects.contexts import CONTEXTS
from analyzer.dialects.django import DJANGO
from analyzer.dialects.django_rest_framework import DJANGO_REST_FRAMEWORK
from analyzer.dialects.events import EVENTS
from analyzer.dialects.fastapi_starlette import FASTAPI
from analyzer.dialects.flask import FLASK
from analyzer.dialects.http_clients import HTTP_CLIENTS
from analyzer.dialects.oslo import OSLO
from analyzer.dialects.other_web import OTHER_WEB
from analyzer.dialects.patches import PATCHES
from analyzer.dialects.permissions import PERMISSIONS
from analyzer.dialects.pony import PONY
from analyzer.dialects.queues import QUEUES
from analyzer.dialects.registries import REGISTRIES
from analyzer.dialects.settings import SETTINGS
from analyzer.dialects.sql import SQL
from analyzer.dialects.sqlalchemy import SQLALCHEMY
from analyzer.dialects.state import STATE
from analyzer.model.page import Dialect

DIALECTS: tuple[Dialect, ...] = (
    ACTIVE_RECORDS,
    BUSES_BY_NAME,
    CACHES,
    CELERY,
    COMMANDS,
    CONTEXTS,
    DJANGO,
    DJANGO_REST_FRAMEWORK,
    EVENTS,
    FASTAPI,
    FLASK,
    HTTP_CLIENTS,
    OSLO,
    OTHER_WEB,
    PATCHES,
    PERMISSIONS,
    PONY,
    QUEUES,
    REGISTRIES,
    SETTINGS,
    SQL,
    SQLALCHEMY,
    STATE,
)
