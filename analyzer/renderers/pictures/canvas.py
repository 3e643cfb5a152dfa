"""The same bytes for the same picture: no date, no chance, no display, no markup in labels."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from analyzer.model.study import Study
from analyzer.notation.prose import plain

SIZE = (10.0, 6.25)
PALETTE = (
    "#3b6ea8", "#b5651d", "#2e8b6f", "#8b4a8f", "#a58a1a", "#4a9bc4",
    "#c05070", "#5f7f2e", "#6b5b95", "#8c6d53", "#1f7a8c", "#b0413e",
)  # fmt: skip
INK, QUIET, LINE = "#1c2129", "#535b69", "#dfdcd4"
_STYLE: dict[str, Any] = {
    "svg.hashsalt": "monolith-analyzer",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "text.parse_math": False,
    "text.usetex": False,
    "axes.edgecolor": LINE,
    "text.color": INK,
    "axes.labelcolor": QUIET,
    "xtick.color": QUIET,
    "ytick.color": INK,
}

Paint = Callable[[Figure, Study], None]


def svg(paint: Paint, study: Study) -> str:
    """The picture as SVG text."""
    with _figure() as figure:
        out = io.StringIO()
        FigureCanvasSVG(figure)
        paint(figure, study)
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def png(paint: Paint, study: Study) -> bytes:
    """The picture as PNG bytes."""
    with _figure() as figure:
        out = io.BytesIO()
        FigureCanvasAgg(figure)
        paint(figure, study)
        figure.savefig(out, format="png", dpi=200, metadata={"Software": None})
    return out.getvalue()


@contextmanager
def _figure() -> Iterator[Figure]:
    with rc_context(_STYLE):  # type: ignore[arg-type] # matplotlib lists each of 300 names
        yield Figure(figsize=SIZE, layout="constrained", facecolor="white")


def label(text: str, limit: int = 28) -> str:
    """Text for a picture: one line of characters that the font has, cut at ``limit``."""
    shown = "".join(character if ord(character) < 0x2100 else "?" for character in plain(text, limit))  # noqa: PLR2004 - the bundled font's Latin, Greek and Cyrillic
    return shown or "?"


def color(number: int) -> str:
    """The colour of the service at this position; twelve that colour-blind readers can tell, then again."""
    return PALETTE[number % len(PALETTE)]
