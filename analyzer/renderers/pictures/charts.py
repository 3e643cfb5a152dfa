"""Bars and lines: sizes of services, breaks by kind, granularity."""

from collections import Counter
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analyzer.model.breaks import Automation
from analyzer.model.study import Study
from analyzer.model.tables import service_table
from analyzer.renderers.pictures.canvas import QUIET, color, label

_BARS = 24  # more bars than this cannot be labelled on one slide
_AUTOMATION: Sequence[tuple[Automation, str]] = (
    ("automatic", "#2e8b6f"),
    ("with_loss", "#a58a1a"),
    ("decision", "#b0413e"),
)


def service_sizes(figure: Figure, study: Study) -> None:
    """Lines of code of each service, largest on top."""
    table = service_table(study)
    table = table[table["kind"] == "service"]
    order = sorted(range(len(table)), key=lambda row: (-int(table["lines"].iloc[row]), row))
    shown = order[:_BARS][::-1]
    axes = _axes(figure, f"Services of {label(study.name)} by lines of code", len(order) - len(shown))
    axes.barh(
        range(len(shown)),
        [int(table["lines"].iloc[row]) for row in shown],
        color=[color(row) for row in shown],
        tick_label=[label(str(table["name"].iloc[row])) for row in shown],
    )


def breaks_by_kind(figure: Figure, study: Study) -> None:
    """Breaks by kind, each bar parted by who can heal them."""
    counts = Counter((item.kind, item.remedy.automation) for item in study.breaks)
    totals = Counter(item.kind for item in study.breaks)
    kinds = sorted(totals, key=lambda kind: (totals[kind], kind))
    axes = _axes(figure, f"What the cut of {label(study.name)} breaks", 0)
    start = [0] * len(kinds)
    for automation, shade in _AUTOMATION:
        widths = [counts[kind, automation] for kind in kinds]
        axes.barh(range(len(kinds)), widths, left=start, color=shade, label=automation.replace("_", " "))
        start = [before + width for before, width in zip(start, widths, strict=True)]
    axes.set_yticks(range(len(kinds)), [kind.replace("_", " ") for kind in kinds])
    if kinds:
        axes.legend(frameon=False, loc="lower right")


def granularity(figure: Figure, study: Study) -> None:
    """Stability and modularity of coarser and finer cuts, the recommended one marked."""
    axes = _axes(figure, f"Coarser and finer cuts of {label(study.name)}", 0)
    cuts = study.cut.alternatives
    places = range(len(cuts))
    axes.plot(places, [cut.stability for cut in cuts], "o-", color="#2a6f97", label="stability")
    axes.plot(places, [cut.modularity for cut in cuts], "s--", color="#b5541c", label="modularity")
    for place, cut in enumerate(cuts):
        if cut.recommended:
            axes.axvspan(place - 0.3, place + 0.3, color="#e0f0e8", zorder=0)
    axes.set_xticks(places, [str(cut.services) for cut in cuts])
    axes.set_xlabel("services")
    if cuts:
        axes.legend(frameon=False, loc="best")


def _axes(figure: Figure, title: str, left_out: int) -> Axes:
    axes = figure.add_subplot()
    axes.set_title(title, loc="left", fontsize=13, fontweight="bold", pad=12)
    axes.spines[["top", "right"]].set_visible(False)
    if left_out:
        figure.text(0.99, 0.01, f"{left_out} smaller ones not shown", ha="right", color=QUIET, fontsize=9)
    return axes
