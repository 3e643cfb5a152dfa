"""The map of services as a picture: circles sized by lines of code, arrows by what runs between them."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch

from analyzer.model.cut import proposed
from analyzer.model.positions import PLACED, largest_services, lines_of, service_positions
from analyzer.model.rollup import ServiceLink, service_links
from analyzer.model.study import Study
from analyzer.renderers.pictures.canvas import QUIET, color, label

_LINKS = 40  # more arrows than this hide each other
_LABELS = 40  # more names than this run into each other
Spot = tuple[float, float, float]

_COLORS = {"calls": "#2a6f97", "data": "#b5541c", "events": "#6a4c93", "code": "#7b828f"}


def service_map(figure: Figure, study: Study) -> None:
    """The largest services and the strongest links between them; the picture says how many are missing."""
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set_title(f"Proposed services of {label(study.name)}", loc="left", fontsize=13, fontweight="bold")
    places = {service.key: spot for service, spot in zip(study.cut.services, service_positions(study), strict=True)}
    sizes = lines_of(study)
    alone = {service.key for service in proposed(study.cut)}
    wanted = alone if len(alone) > 1 else set(places)  # one service alone says nothing; then all groups are drawn
    shown = set(largest_services(study, sizes, PLACED)) & wanted
    between = (link for link in service_links(study) if link.source in shown and link.target in shown)
    links = sorted(between, key=lambda link: (-link.weight, link.source, link.target))
    for link in links[:_LINKS]:
        if link.groups:
            axes.add_patch(_arrow(places[link.source], places[link.target], _main_group(link), link.weight))
    labelled = set(largest_services(study, sizes, _LABELS))
    for number, service in enumerate(study.cut.services):
        if service.key not in shown:
            continue
        x, y, radius = places[service.key]
        axes.add_patch(
            Circle(
                (x, -y),
                radius,
                facecolor=f"{color(number)}40",
                edgecolor=color(number),
                linewidth=1.5,
                ls="-" if service.kind == "service" else "--",
            )
        )
        if service.key in labelled:
            axes.text(x, -y - radius - 6, label(service.name), ha="center", va="top", fontsize=9)
    _frame(axes, [places[key] for key in sorted(shown)])
    notes = ["blue: calls, orange: data, violet: events, grey: imports and references"]
    notes += [f"{len(links) - _LINKS} weaker links not shown"] if len(links) > _LINKS else []
    notes += [f"{len(shown) - _LABELS} smaller ones without a name"] if len(shown) > _LABELS else []
    notes += [f"{len(wanted) - len(shown)} smaller ones not shown"] if len(wanted) > len(shown) else []
    notes += [f"{len(places) - len(wanted)} that would not run alone not shown"] if len(places) > len(wanted) else []
    figure.text(0.01, 0.01, "; ".join(notes), color=QUIET, fontsize=8)


def _main_group(link: ServiceLink) -> str:
    """What an arrow is drawn as: what runs between two services; imports and references only where nothing does."""
    running = [group for group, _ in link.groups if group != "code"]
    return running[0] if running else "code"


def _arrow(start: Spot, end: Spot, group: str, weight: int) -> FancyArrowPatch:
    return FancyArrowPatch(
        (start[0], -start[1]),
        (end[0], -end[1]),
        connectionstyle="arc3,rad=0.15",
        arrowstyle="-|>",
        mutation_scale=9,
        shrinkA=start[2] * 0.6 + 2,
        shrinkB=end[2] * 0.6 + 4,
        linewidth=min(4.0, 0.7 + 0.35 * weight.bit_length()),
        color=_COLORS[group],
        alpha=0.55,
    )


def _frame(axes: Axes, places: list[tuple[float, float, float]]) -> None:
    if not places:
        return
    axes.set_xlim(min(x - r for x, _, r in places) - 60, max(x + r for x, _, r in places) + 60)
    axes.set_ylim(-max(y + r for _, y, r in places) - 50, -min(y - r for _, y, r in places) + 30)
