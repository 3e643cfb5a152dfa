"""The services as a Graphviz graph."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.rollup import modules_of, named, service_links
from analyzer.model.study import Study
from analyzer.notation.prose import plain


def draw(study: Study) -> Iterable[Artifact]:
    """``services.dot``: ``dot -Tsvg services.dot`` draws it."""
    modules = modules_of(study)
    lines = [f"digraph {_quoted(study.name)} {{", '  graph [rankdir=LR, fontname="Helvetica"];']
    lines.append('  node [shape=box, style=rounded, fontname="Helvetica"];')
    lines += [
        f"  {_quoted(service.key)} [label={_quoted(f'{named(service)} ({len(modules[service.key])} modules)')}];"
        for service in study.cut.services
    ]
    for link in service_links(study):
        look = f"label={_quoted(link.label)}, weight={max(1, link.weight)}"
        lines.append(f"  {_quoted(link.source)} -> {_quoted(link.target)} [{look}];")
    yield Artifact("services.dot", "\n".join([*lines, "}"]) + "\n")


def _quoted(text: str) -> str:
    """A quoted identifier: no HTML label can come of it, and no escape sequence."""
    return '"' + plain(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


RENDERER = Renderer("dot", "Graphviz graph of the services", draw, default=False)
