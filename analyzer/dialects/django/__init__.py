"""Django: models, relations, URLs, admin, forms, settings, transactions, migrations."""

from collections.abc import Iterator

from analyzer.dialects.django.admin_and_forms import admin_and_forms
from analyzer.dialects.django.examples import EXAMPLES
from analyzer.dialects.django.knowledge import known
from analyzer.dialects.django.migrations import migrations
from analyzer.dialects.django.models import models
from analyzer.dialects.django.settings import settings
from analyzer.dialects.django.transactions import transactions
from analyzer.dialects.django.urls import answers, urls
from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Dialect, Page

WRAPPED = frozenset({"atomic", "get_model", "get_class", "import_string", "on_commit", "cached_property", "api_view"})
"""Names by which files without an import of Django are recognised, beside classes with a ``Meta`` and fields."""


def read(page: Page) -> Iterator[FrameworkFact]:
    """Everything a file says in Django's words, also through a project's own wrappers around them."""
    if not page.imports_from("django") and not _uses_wrappers(page):
        return
    yield from known(page)
    yield from models(page)
    yield from migrations(page)
    yield from urls(page)
    yield from answers(page)
    yield from admin_and_forms(page)
    yield from settings(page)
    yield from transactions(page)


def _uses_wrappers(page: Page) -> bool:
    """Whether a file looks like Django's though it gets everything from a project's own modules."""
    for named in (page.called, page.decorated):
        if not named.keys().isdisjoint(WRAPPED):
            return True
        if any(name.endswith(("Field", "ForeignKey")) and name != "Field" for name in named):
            return True
    return any(spot.node.name == "Meta" for spot in page.classes)


DJANGO = Dialect("django", (), read, EXAMPLES)
