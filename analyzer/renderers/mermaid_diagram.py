"""The services as a Mermaid flowchart, for wikis and pull requests."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.rollup import modules_of, named, service_links
from analyzer.model.study import Study
from analyzer.notation.prose import plain

_LINKS = 60  # Mermaid lays out no more than this readably; the strongest are kept and the rest is said


def draw(study: Study) -> Iterable[Artifact]:
    """``services.mmd``: one node a service, one arrow a pair of services."""
    modules = modules_of(study)
    numbers = {service.key: f"s{position}" for position, service in enumerate(study.cut.services)}
    lines = ["flowchart LR"]
    lines += [
        f'  {numbers[service.key]}["{_text(named(service))}<br/>{len(modules[service.key])} modules"]'
        for service in study.cut.services
    ]
    links = service_links(study)
    kept = sorted(sorted(links, key=lambda link: -link.weight)[:_LINKS])
    for link in kept:
        label = f'|"{_text(link.label)}"|' if link.label else ""
        lines.append(f"  {numbers[link.source]} -->{label} {numbers[link.target]}")
    if len(kept) < len(links):
        lines.append(f"  %% the strongest {len(kept)} of {len(links)} links")
    yield Artifact("services.mmd", "\n".join(lines) + "\n")


def _text(value: str) -> str:
    """Text inside quotes: what could end it or become HTML is written as an entity code."""
    return "".join(c if c.isalnum() or c in " .,_-()/" else f"#{ord(c)};" for c in plain(value))


RENDERER = Renderer("mermaid", "Mermaid flowchart of the services", draw, default=False)
