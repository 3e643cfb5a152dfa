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

WRAPPED = frozenset({"ForeignKey", "OneToOneField", "ManyToManyField", "FlexibleForeignKey", "atomic", "get_model"})
"""Names by which files without an import of Django are recognised."""


def read(page: Page) -> Iterator[FrameworkFact]:
    """Everything a file says in Django's words, also through a project's own wrappers around them."""
    if not page.imports_from("django") and not WRAPPED.intersection(page.called):
        return
    yield from known(page)
    yield from models(page)
    yield from migrations(page)
    yield from urls(page)
    yield from admin_and_forms(page)
    yield from settings(page)
    yield from transactions(page)


DJANGO = Dialect("django", (), read, EXAMPLES)
