"""Made-up codebases of any size."""

import random

from studies.build import Element, Link, cut_of, dotted, empty_views, graph_of, remedy
from studies.shop import shop_study

from analyzer.model.breaks import Break, Occurrence
from analyzer.model.cut import Service
from analyzer.model.source import Source
from analyzer.model.study import Study
from analyzer.sever import find_seams


def synthetic_study(modules: int, services: int = 0, *, functions: int = 1, calls: int = 8) -> Study:
    """A made-up codebase: modules with one class and some functions each, links mostly inside their service.

    Real applications have about 2 classes, 8 functions and 30 links a module.
    """
    count = services or max(4, min(40, modules // 60))
    chance = random.Random(7)  # noqa: S311 - a fixed stream of made-up links
    places = [Service(f"area_{i:02}", f"Area {i:02}", "Made up", "", (f"word{i}", "thing"), 0.9) for i in range(count)]
    paths = [
        (f"big/area_{i % count:02}/part_{i % 11:02}/module_{i:05}.py", f"area_{i % count:02}") for i in range(modules)
    ]
    inside = ["", "::Thing", *(f"::work_{number}" for number in range(functions))]
    elements = [(f"{path}{tail}", service) for path, service in paths for tail in inside]
    links: list[Link] = []
    for number, (path, _service) in enumerate(paths):
        for turn in range(calls):
            other = (number + count * chance.randrange(1, 40)) if chance.random() < 0.8 else chance.randrange(modules)
            target = f"::work_{chance.randrange(functions)}" if turn % 2 else "::Thing"
            links.append(
                (f"{path}::work_{turn % functions}", f"{paths[other % modules][0]}{target}", "call", 12 + turn)
            )
    base = shop_study()
    graph = graph_of(elements, links)
    return Study(
        name="synthetic", version="0.1.0", sources=tuple(sorted(Source(path, dotted(path)) for path, _ in paths)),
        problems=(), graph=graph, views=empty_views(), cut=cut_of(elements, places),
        verdict=base.verdict, breaks=tuple(_synthetic_breaks(elements, links)), owners=(), consequences=(),
        contracts=(), roadmap=base.roadmap, seams=find_seams(graph),
    )  # fmt: skip


def _synthetic_breaks(elements: list[Element], links: list[Link]) -> list[Break]:
    home = dict(elements)
    publish = remedy("rest_operation", "Publish it")
    crossing = {(s, t): line for s, t, _, line in links if home[s] != home[t]}
    return [
        Break(f"call:{s}->{t}", "call", s, t, home[s], home[t], (Occurrence(s.split("::")[0], line, s, t),), publish)
        for (s, t), line in sorted(crossing.items())
    ]
