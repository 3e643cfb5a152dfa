"""The waves as a picture: a bar for each step, as long as its effort, under each other like in a Gantt chart."""

from html import escape
from math import fsum

from analyzer.model.roadmap import Step
from analyzer.model.study import Study
from analyzer.notation.prose import plain

WIDTH, LABEL, BAR, GAP = 960, 330, 16, 6
COLOURS = {"low": "#5b8c5a", "medium": "#c9942b", "high": "#b5483a"}


def roadmap_picture(study: Study) -> str:
    """An SVG without scripts or links; waves follow each other, steps of a wave run side by side."""
    waves = study.roadmap.waves
    lengths = [max((step.effort.high for step in wave.steps), default=0.0) for wave in waves]
    scale = (WIDTH - LABEL - 20) / (fsum(lengths) or 1.0)
    lines: list[str] = []
    top, left = 30, float(LABEL)
    for wave, length in zip(waves, lengths, strict=True):
        first = top
        for step in wave.steps:
            lines += _bar(step, left, top, scale)
            top += BAR + GAP
        lines.append(_divider(left, wave.number, first, top))
        left += length * scale
        top += 2 * GAP  # the wave's name stands here
    return _page(lines, top + 30)


def _bar(step: Step, left: float, top: int, scale: float) -> list[str]:
    low, high = step.effort.low * scale, step.effort.high * scale
    colour = COLOURS[step.risk]
    label = escape(plain(step.title, 48))
    hint = escape(plain(f"{step.title}: {step.effort.low:g} to {step.effort.high:g} days, risk {step.risk}"))
    box = f'<rect x="{left:.1f}" y="{top}" height="{BAR}" fill="{colour}"'
    return [
        f'<text x="{LABEL - 10}" y="{top + 12}" text-anchor="end">{label}</text>',
        f"<g><title>{hint}</title>",
        f'{box} width="{max(high, 2):.1f}" opacity="0.35"/>',
        f'{box} width="{max(low, 1):.1f}"/></g>',
    ]


def _divider(left: float, number: int, top: int, bottom: int) -> str:
    return (
        f'<line x1="{left:.1f}" y1="{top - 4}" x2="{left:.1f}" y2="{bottom}" stroke="#999"/>'
        f'<text x="{left + 3:.1f}" y="{bottom + 6}" font-size="10" fill="#666">wave {number}</text>'
    )


def _page(lines: list[str], height: int) -> str:
    legend = "Solid: low estimate. Pale: high estimate. Green, amber, red: low, medium, high risk."
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
    return "\n".join(
        [
            f'{head} font-family="sans-serif" font-size="12">',
            "<title>Waves of the migration</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            f'<text x="10" y="18" fill="#444">{legend}</text>',
            *lines,
            "</svg>",
            "",
        ]
    )
