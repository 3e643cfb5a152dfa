"""The services as bounded contexts in the Context Mapper language (CML)."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.cut import KIND_WORDS, Service
from analyzer.model.family import Renderer
from analyzer.model.rollup import modules_of, service_links, tables_of
from analyzer.model.study import Study
from analyzer.notation.names import pascal, unique
from analyzer.notation.prose import plain


def draw(study: Study) -> Iterable[Artifact]:
    """``services.cml``: a context map; who depends is downstream, who depend on each other are partners."""
    tables, modules = tables_of(study), modules_of(study)
    names: dict[str, str] = {}
    for service in study.cut.services:
        names[service.key] = unique(pascal(service.name, "Service"), names.values())
    lines = ["ContextMap Proposal {", "  type = SYSTEM_LANDSCAPE", "  state = TO_BE"]
    lines += [f"  contains {names[service.key]}" for service in study.cut.services]
    pairs = {(link.source, link.target) for link in service_links(study)}
    lines += [
        f"  {names[one]} [P]<->[P] {names[two]}" for one, two in sorted(pairs) if (two, one) in pairs and one < two
    ]
    lines += [f"  {names[two]} [U]->[D] {names[one]}" for one, two in sorted(pairs) if (two, one) not in pairs]
    lines.append("}")
    for service in study.cut.services:
        lines += _context(service, names[service.key], tables[service.key], len(modules[service.key]))
    yield Artifact("services.cml", "\n".join(lines) + "\n")


def _context(service: Service, name: str, tables: list[str], modules: int) -> list[str]:
    lines = ["", f"// {KIND_WORDS[service.kind][0]}, {modules} modules", f"BoundedContext {name} {{"]
    lines.append(f"  domainVisionStatement = {_quoted(service.description or service.name)}")
    lines += ["  type = SYSTEM", f"  responsibilities = {_quoted(', '.join(service.words) or service.name)}"]
    taken: list[str] = []
    for table in tables:
        taken.append(unique(pascal(f"{table}_data", "TableData"), taken))
    return [*lines, *(f"  Aggregate {one} {{ }}" for one in taken), "}"]


def _quoted(text: str) -> str:
    return '"' + plain(text).replace("\\", "/").replace('"', "'") + '"'


RENDERER = Renderer("cml", "Context map in the Context Mapper language", draw, default=False)
