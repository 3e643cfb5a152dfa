"""Django: models, relations, URLs, admin, forms, settings, transactions, migrations."""

from collections.abc import Iterator

from analyzer.dialects.django.admin_and_forms import admin_and_forms
from analyzer.dialects.django.examples import EXAMPLES
from analyzer.dialects.django.knowledge import known
from analyzer.dialects.django.migrations import migrations
from analyzer.dialects.django.models import models
from analyzer.dialects.django.settings import settings
from analyzer.dialects.django.transactions import transactions
from analyzer.dialects.django.urls import urls
from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Dialect, Page


def read(page: Page) -> Iterator[FrameworkFact]:
    """Everything a file says in Django's words."""
    yield from known(page)
    yield from models(page)
    yield from migrations(page)
    yield from urls(page)
    yield from admin_and_forms(page)
    yield from settings(page)
    yield from transactions(page)


DJANGO = Dialect("django", ("django", "ForeignKey(", "OneToOneField(", "ManyToManyField(", "atomic"), read, EXAMPLES)
