"""The services as a C4 container diagram for PlantUML."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.rollup import named, service_links, tables_of
from analyzer.model.study import Study
from analyzer.notation.prose import plain

_ACTING = frozenset('"\\<>$%!~()[]{}*_|#^@`')
"""What PlantUML acts on inside quotes, where it knows no escape: written as a space."""


def draw(study: Study) -> Iterable[Artifact]:
    """``services.puml``: drawn by PlantUML with its own copy of the C4 macros."""
    tables = tables_of(study)
    numbers = {service.key: f"service{position}" for position, service in enumerate(study.cut.services)}
    title = _text(study.name)
    lines = ["@startuml", "!include <C4/C4_Container>", f"title {title}", f'System_Boundary(system, "{title}") {{']
    for service in study.cut.services:
        number = numbers[service.key]
        lines.append(f'  Container({number}, "{_text(named(service))}", "Python", "{_text(service.description)}")')
        if tables[service.key]:
            names = _text(", ".join(tables[service.key]))
            lines.append(f'  ContainerDb({number}data, "{_text(service.name)} database", "Database", "{names}")')
    lines.append("}")
    lines += [f'Rel({numbers[s.key]}, {numbers[s.key]}data, "owns")' for s in study.cut.services if tables[s.key]]
    lines += [
        f'Rel({numbers[link.source]}, {numbers[link.target]}, "{_text(link.label or "breaks")}")'
        for link in service_links(study)
    ]
    yield Artifact("services.puml", "\n".join([*lines, "@enduml"]) + "\n")


def _text(text: str) -> str:
    return plain("".join(" " if character in _ACTING else character for character in text))


RENDERER = Renderer("plantuml", "C4 container diagram for PlantUML", draw, default=False)
