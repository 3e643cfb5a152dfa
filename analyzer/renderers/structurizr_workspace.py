"""The services as a C4 model in the Structurizr DSL."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.rollup import named, service_links, tables_of
from analyzer.model.study import Study
from analyzer.notation.prose import plain


def draw(study: Study) -> Iterable[Artifact]:
    """``workspace.dsl``: one container a service, its database beside it, relationships between services."""
    tables = tables_of(study)
    numbers = {service.key: f"service{position}" for position, service in enumerate(study.cut.services)}
    stores = {service.key: f"database{position}" for position, service in enumerate(study.cut.services)}
    name = _quoted(study.name)
    lines = [f"workspace {name} {{", "  model {", f"    system = softwareSystem {name} {{"]
    for service in study.cut.services:
        number, title = numbers[service.key], _quoted(named(service))
        lines.append(f'      {number} = container {title} {_quoted(service.description)} "Python"')
        if tables[service.key]:
            held = _quoted(", ".join(tables[service.key]))
            title = _quoted(f"{service.name} database")
            lines.append(f'      {stores[service.key]} = container {title} {held} "Database" "Database"')
    lines.append("    }")
    lines += [f'    {numbers[s.key]} -> {stores[s.key]} "owns"' for s in study.cut.services if tables[s.key]]
    lines += [
        f"    {numbers[link.source]} -> {numbers[link.target]} {_quoted(link.label or 'breaks')}"
        for link in service_links(study)
    ]
    lines += ["  }", "  views {", "    container system {", "      include *", "      autoLayout lr", "    }"]
    lines += ["    styles {", '      element "Database" {', "        shape Cylinder", "      }", "    }", "  }", "}"]
    yield Artifact("workspace.dsl", "\n".join(lines) + "\n")


def _quoted(text: str) -> str:
    """A quoted value: one line, and nothing that ends it or names a variable."""
    return '"' + plain(text).replace("\\", "/").replace('"', "'").replace("${", "$ {") + '"'


RENDERER = Renderer("structurizr", "C4 model in the Structurizr DSL", draw, default=False)
