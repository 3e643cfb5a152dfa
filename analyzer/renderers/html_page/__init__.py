"""One offline page for an architecture review: everything a study knows, to read, argue with and edit."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.study import Study
from analyzer.renderers.html_page.compare import changes, earlier
from analyzer.renderers.html_page.glance import glance, glance_at_changes
from analyzer.renderers.html_page.page import page
from analyzer.renderers.html_page.payload import payload


def draw(study: Study) -> Iterable[Artifact]:
    """``report.html``: opens from disk, asks nothing of the network."""
    yield Artifact("report.html", page(payload(study), glance(study), study.name))


def draw_comparison(old: Study, new: Study) -> Iterable[Artifact]:
    """``comparison.html``: the page of ``new`` with a first page that says what changed since ``old``."""
    told = glance_at_changes(old, new, changes(old, new))
    yield Artifact("comparison.html", page({**payload(new), "before": earlier(old, new)}, told, new.name))


RENDERER = Renderer("html", "One offline page for the architecture review", draw)
