"""What each kind of evidence is worth, and how the cut stands disturbance: settings and graphs that lack something."""

import random
import time
import zlib
from collections.abc import Sequence

import pandas as pd
from cases import Case, measure, no_evidence, propose
from msgspec.structs import replace

from analyzer.cluster import cluster
from analyzer.model.graph import COVERAGE_COLUMNS, ELEMENT_COLUMNS, LINK_COLUMNS, Graph
from analyzer.settings import Settings
from analyzer.weigh import weigh

# Stability changes no placement, so two disturbed runs do where only placements are measured.
PLAIN = replace(Settings(), cluster=replace(Settings().cluster, runs=2))
LAYER_LIFTS = (2.0, 4.0, 6.0)
PARALLELS = (0.5, 0.6, 0.7)
LARGEST = (0.25, 0.34, 0.5)


def grid() -> dict[str, Settings]:
    """Name -> settings: the three knobs that decide most, three values each."""
    plain = PLAIN
    found = {}
    for lift in LAYER_LIFTS:
        for parallel in PARALLELS:
            for largest in LARGEST:
                knobs = replace(plain.cluster, layer_lift=lift, parallel=parallel, largest=largest, runs=2)
                found[f"lift {lift:g}, parallel {parallel:g}, largest {largest:g}"] = replace(plain, cluster=knobs)
    return found


def report(cases: Sequence[Case]) -> str:
    """One line a variation, one column a case."""
    names = [case.name for case in cases]
    lines = [f"| variation | {' | '.join(names)} | mean |", f"|---|{'---|' * (len(names) + 1)}"]
    for name, settings in _variations().items():
        lines.append(_line(name, [measure(case, propose(case, settings)) for case in cases]))
    plain = PLAIN
    for name, disturb in (("5 % of the links deleted", _thinned), ("identifiers renamed", _renamed)):
        values = []
        for case in cases:
            graph, back = disturb(case.graph)
            proposed = propose(case, plain, graph)
            values.append(measure(case, {back.get(module, module): key for module, key in proposed.items()}))
        lines.append(_line(name, values))
    values = []
    for case in cases:
        graph, back = _flattened(case.graph)
        proposed = propose(case, plain, graph)
        values.append(measure(case, {back.get(module, module): key for module, key in proposed.items()}))
    lines.append(_line("folders flattened", values))
    return "\n".join(lines)


def _line(name: str, values: Sequence[float]) -> str:
    cells = " | ".join(f"{value:.2f}" for value in values)
    return f"| {name} | {cells} | {sum(values) / len(values):.2f} |"


def _variations() -> dict[str, Settings]:
    plain = PLAIN
    found = {"as proposed": plain}
    for view in ("data", "words", "vocabulary"):
        found[f"without {view}"] = replace(plain, weigh=replace(plain.weigh, **{view: 0.0}))
    found["no layer recognised"] = replace(plain, cluster=replace(plain.cluster, layer_lift=1e9))
    found["no holder by likeness"] = replace(plain, cluster=replace(plain.cluster, parallel=2.0))
    found["no holder by size"] = replace(plain, cluster=replace(plain.cluster, largest=2.0))
    found["word groups not pulled together"] = replace(plain, cluster=replace(plain.cluster, pull=2.0))
    for seed in (1, 2, 3):
        found[f"seed {seed}"] = replace(plain, seed=seed)
    return found


def _thinned(graph: Graph) -> tuple[Graph, dict[str, str]]:
    chance = random.Random(1)  # noqa: S311 - repeatable disturbance, nothing secret
    kept = [chance.random() >= 0.05 for _ in range(len(graph.links))]
    return replace(graph, links=graph.links[kept].reset_index(drop=True)), {}


def _renamed(graph: Graph) -> tuple[Graph, dict[str, str]]:
    """Every part of every module's name replaced, the vocabulary gone: only structure and the shape of the tree."""

    def other(part: str) -> str:
        number = zlib.crc32(part.encode())
        return "q" + "".join(chr(97 + number // 26**place % 26) for place in range(6))

    names = graph.elements["name"].astype(str)
    modules = graph.elements["kind"] == "module"
    renamed = {
        name: ".".join([name.split(".")[0], *map(other, name.split(".")[1:])]) for name in names[modules].tolist()
    }
    elements = graph.elements.assign(
        name=[renamed[name] if module else name for name, module in zip(names, modules, strict=True)], words=""
    )
    return replace(graph, elements=elements), {new: old for old, new in renamed.items()}


def _flattened(graph: Graph) -> tuple[Graph, dict[str, str]]:
    """All modules in one folder, under the last part of their names."""
    names = graph.elements["name"].astype(str)
    modules = graph.elements["kind"] == "module"
    flat: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(names[modules].tolist()):
        root, _, last = name.partition(".")[0], "", name.rpartition(".")[2]
        new = f"{root}.{last}" if "." in name else name
        while new in taken:
            new += "_x"
        taken.add(new)
        flat[name] = new
    keys = {
        str(key): f"{flat[name].replace('.', '/')}.py"
        for key, name, module in zip(graph.elements.index, names, modules, strict=True)
        if module
    }

    def moved(key: str) -> str:
        module, separator, inner = key.partition("::")
        return f"{keys.get(module, module)}{separator}{inner}"

    elements = graph.elements.assign(
        name=[flat[name] if module else name for name, module in zip(names, modules, strict=True)],
        parent=[moved(str(parent)) for parent in graph.elements["parent"]],
    )
    elements.index = pd.Index([moved(str(key)) for key in elements.index], name=graph.elements.index.name)
    links = graph.links.assign(
        source=[moved(str(key)) for key in graph.links["source"]],
        target=[moved(str(key)) for key in graph.links["target"]],
    )
    bare = Graph(elements=elements.sort_index(), links=links, coverage=graph.coverage)
    return bare, {new: old for old, new in flat.items()}


def timing() -> str:
    """Seconds of CPU for weighing and cutting graphs without any layout, the slow case."""
    lines = ["| modules | links | seconds |", "|---|---|---|"]
    for size in (5_000, 10_000, 20_000):
        graph = made_up(size)
        started = time.process_time()
        cluster(graph, weigh(graph, no_evidence(), Settings()), Settings())
        lines.append(f"| {size} | {len(graph.links)} | {time.process_time() - started:.1f} |")
    return "\n".join(lines)


def made_up(size: int) -> Graph:
    """``size`` modules in communities of forty, six links each, seven in ten within the community."""
    chance = random.Random(1)  # noqa: S311 - repeatable disturbance, nothing secret
    keys = [f"shop/m{number:05d}.py" for number in range(size)]
    elements = pd.DataFrame(dict.fromkeys(ELEMENT_COLUMNS, ""), index=pd.Index(keys, name="key"))
    elements = elements.assign(kind="module", name=[f"shop.m{n:05d}" for n in range(size)], role="code", file=keys)
    elements = elements.assign(line=1, end_line=100, lines=100).astype(ELEMENT_COLUMNS)
    rows = []
    for number in range(size):
        for _ in range(6):
            near = number // 40 * 40 + chance.randrange(40) if chance.random() < 0.7 else chance.randrange(size)
            if near < size and near != number:
                rows.append((keys[number], keys[near], "call", keys[number], 1, 1.0, False, ""))
    links = pd.DataFrame(rows, columns=list(LINK_COLUMNS)).astype(LINK_COLUMNS)
    return Graph(elements=elements, links=links, coverage=pd.DataFrame({name: [] for name in COVERAGE_COLUMNS}))
