"""Pictures of the study for slides and paper: SVG by default, PNG when asked for."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.study import Study
from analyzer.renderers.pictures.canvas import png, svg
from analyzer.renderers.pictures.charts import breaks_by_kind, granularity, service_sizes
from analyzer.renderers.pictures.service_map import service_map

_PICTURES = {
    "service-map": service_map,
    "services": service_sizes,
    "breaks": breaks_by_kind,
    "granularity": granularity,
}


def draw_svg(study: Study) -> Iterable[Artifact]:
    """``pictures/*.svg``: text is drawn as outlines, so that they look the same everywhere."""
    for name, paint in _PICTURES.items():
        yield Artifact(f"pictures/{name}.svg", svg(paint, study))


def draw_png(study: Study) -> Iterable[Artifact]:
    """``pictures/*.png``, 2,000 pixels wide."""
    for name, paint in _PICTURES.items():
        yield Artifact(f"pictures/{name}.png", png(paint, study))


RENDERER = Renderer("pictures", "Pictures as SVG, for slides and paper", draw_svg)
PNG_RENDERER = Renderer("png", "The same pictures as PNG", draw_png, default=False)
