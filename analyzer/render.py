"""A study becomes the files of a report, drawn by the chosen renderers."""

from collections.abc import Sequence
from functools import partial

from analyzer.errors import InvalidSettings
from analyzer.model.artifact import Artifact
from analyzer.model.family import Attempt, straight
from analyzer.model.study import Study
from analyzer.renderers import RENDERERS
from analyzer.renderers.html_page import draw_comparison
from analyzer.renderers.html_page.compare import changes

__all__ = ["changes", "render", "render_comparison"]


def render(study: Study, names: Sequence[str] | None = None, attempt: Attempt = straight) -> tuple[Artifact, ...]:
    """The report files of the named renderers (the default ones for None), sorted by path.

    ``attempt`` decides what a renderer that fails costs: by default everything.

    Raises ``InvalidSettings`` for a renderer that does not exist and ``MissingExtra`` for one that needs
    an optional part that is not installed.
    """
    known = {renderer.name: renderer for renderer in RENDERERS}
    if names is None:
        names = [renderer.name for renderer in RENDERERS if renderer.default]
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise InvalidSettings(
            f"There is no report format called {unknown[0]}. Choose from: {', '.join(sorted(known))}."
        )
    drawn = [attempt(f"the report format {name}", partial(known[name].draw, study)) for name in dict.fromkeys(names)]
    return tuple(sorted(artifact for artifacts in drawn for artifact in artifacts or ()))


def render_comparison(old: Study, new: Study) -> tuple[Artifact, ...]:
    """The page that says what changed from ``old`` to ``new``."""
    return tuple(draw_comparison(old, new))
