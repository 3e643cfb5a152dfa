"""Puts breaks together from lines like ``3 call orders stock``."""

from msgspec.structs import replace
from sever.monolith import monolith

from analyzer.model.breaks import Break, Occurrence, Remedy, TableOwner
from analyzer.model.roadmap import Roadmap
from analyzer.plan import plan
from analyzer.settings import PlanSettings, Settings

AUTOMATION = {"call": "with_loss", "signal": "with_loss", "transaction": "decision", "foreign_key": "with_loss"}


def breaks_of(text: str) -> tuple[Break, ...]:
    """``text``: one line for each number of breaks, their kind, the service that depends and the other one."""
    found = []
    for line in text.strip().splitlines():
        count, kind, source, target = line.split()
        for number in range(int(count)):
            file = f"{source}/code.py"
            place = Occurrence(file, number + 1, f"{file}::work", f"{target}/code.py::work")
            remedy = Remedy("some", "Some", "Because.", AUTOMATION.get(kind, "decision"))  # type: ignore[arg-type]
            key = f"{kind}:{source}->{target}:{number:03}"
            ends = (place.element, f"{place.target}_{number}", source, target)
            found.append(Break(key, kind, *ends, (place,), remedy))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda one: one.key))


def roadmap_of(
    services: str,
    text: str,
    owners: tuple[TableOwner, ...] = (),
    settings: PlanSettings | None = None,
    *,
    modular: bool = False,
) -> Roadmap:
    """The roadmap for services that have one file each; those in brackets are parts that no service hosts."""
    keys = services.replace("(", "").replace(")", "").split()
    graph, cut = monolith("", more=" ".join(f"{one}/code.py::work" for one in keys))
    kinds = tuple(replace(one, kind="part") if f"({one.key})" in services else one for one in cut.services)
    severed = (breaks_of(text), owners)
    return plan(
        graph, replace(cut, services=kinds), severed, Settings(plan=settings or PlanSettings()), modular=modular
    )


def outline(roadmap: Roadmap) -> list[list[str]]:
    """Step keys by wave."""
    return [[step.key for step in wave.steps] for wave in roadmap.waves]
