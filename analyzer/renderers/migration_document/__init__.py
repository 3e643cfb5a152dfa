"""The migration as one Markdown document: what breaks, who owns what, and the order to do it in."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.study import Study
from analyzer.renderers.migration_document.breaking import break_lines
from analyzer.renderers.migration_document.consequences import consequence_lines
from analyzer.renderers.migration_document.data import data_lines
from analyzer.renderers.migration_document.libraries import helper_lines
from analyzer.renderers.migration_document.order import order_lines
from analyzer.renderers.migration_document.overview import overview_lines
from analyzer.renderers.migration_document.picture import roadmap_picture
from analyzer.renderers.migration_document.sagas import saga_lines

PARTS = (overview_lines, order_lines, data_lines, saga_lines, helper_lines, break_lines, consequence_lines)


def draw(study: Study) -> Iterable[Artifact]:
    """``migration.md``, and ``roadmap.svg`` that it shows."""
    lines = [line for part in PARTS for line in part(study)]
    yield Artifact("migration.md", "\n".join(lines).rstrip() + "\n")
    yield Artifact("roadmap.svg", roadmap_picture(study))


RENDERER = Renderer("migration", "The order of the migration, with everything that breaks", draw)
