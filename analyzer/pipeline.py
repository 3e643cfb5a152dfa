"""The whole program on one page: a folder in, a study out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from analyzer import __version__
from analyzer.assess import assess
from analyzer.cluster import cluster
from analyzer.connect import connect
from analyzer.discover import Discovery, discover, excerpts, load, texts
from analyzer.engines import examine
from analyzer.judge import judge
from analyzer.model.graph import Graph
from analyzer.model.problem import Problem
from analyzer.model.study import Study
from analyzer.observe import observe
from analyzer.plan import plan
from analyzer.publish import publish
from analyzer.publish.moving import movable, move
from analyzer.read import read
from analyzer.resolve import resolve
from analyzer.settings import Settings, spell_out
from analyzer.sever import find_seams, own_tables, sever
from analyzer.weigh import weigh

Progress = Callable[[str, str], None]
"""Told the name of each stage as it begins, and then sometimes a remark for the person who waits."""


def silent(_stage: str, _remark: str) -> None:
    """Progress for somebody who does not wait."""


def analyze(root: str | Path, settings: Settings | None = None, progress: Progress = silent) -> Study:
    """Everything that can be learned about the codebase in the folder ``root``, without running it.

    Raises ``NothingToAnalyze`` when there is no Python in it; every other trouble is a problem in the study.
    """
    settings = settings or Settings()
    progress("discover", "")
    return study_of(discover(Path(root), settings), settings, progress)


def study_of(found: Discovery, settings: Settings, progress: Progress) -> Study:
    """The same for somebody who has looked into the folder already."""
    graph, problems = _connected(found, settings, progress)
    progress("weigh", "")
    evidence = observe(found.root, settings, found.sources)
    views = weigh(graph, evidence, settings)
    progress("cluster", "")
    cut = cluster(graph, views, settings)
    progress("judge", "")
    verdict = judge(graph, cut, views, settings)
    progress("sever", "")
    breaks = sever(graph, cut)
    owners = own_tables(graph, cut)
    consequences = assess(graph, cut, breaks, evidence)
    contracts = publish(graph, cut, breaks, settings.publish.kinds)
    contracts = move(contracts, texts(found, movable(graph, contracts)))
    progress("plan", "")
    modular = verdict.advice == "modular_monolith_first"
    roadmap = plan(graph, cut, (breaks, owners), settings, modular=modular)
    return Study(
        name=found.name,
        version=__version__,
        sources=found.sources,
        problems=problems,
        graph=graph,
        views=views,
        cut=cut,
        verdict=verdict,
        breaks=breaks,
        owners=owners,
        consequences=consequences,
        contracts=contracts,
        roadmap=roadmap,
        excerpts=excerpts(found, breaks),
        seams=find_seams(graph),
        settings=spell_out(settings),
    )


def draw_graph(
    root: str | Path, settings: Settings, progress: Progress
) -> tuple[Discovery, Graph, tuple[Problem, ...]]:
    """The first half: what was found, how it hangs together, and what could not be read, sorted."""
    progress("discover", "")
    found = discover(Path(root), settings)
    return found, *_connected(found, settings, progress)


def graph_of(root: str | Path, settings: Settings | None = None) -> Graph:
    """Only the graph of a codebase: for commands that need no cut."""
    return draw_graph(root, settings or Settings(), silent)[1]


def _connected(found: Discovery, settings: Settings, progress: Progress) -> tuple[Graph, tuple[Problem, ...]]:
    progress("read", "")
    facts = list(examine(found.root, found.sources, (load, read), settings, partial(progress, "read")))
    progress("resolve", "")
    links = resolve(facts)
    progress("connect", "")
    graph = connect(facts, links)
    problems = {*found.problems, *(problem for file in facts for problem in file.problems)}
    return graph, tuple(sorted(problems))
