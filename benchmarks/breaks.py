"""Measures the break list: against the sample's reference, against keys counted apart, by reading, over changes.

    python benchmarks/breaks.py sample
    python benchmarks/breaks.py keys PATH [--folders DEPTH]
    python benchmarks/breaks.py draw PATH [--folders DEPTH] [--count 50] [--seed 1]
    python benchmarks/breaks.py stability PATH [--folders DEPTH]
    python benchmarks/breaks.py speed [--links 1000000]

Without ``--folders`` the cut is the one that the analyzer proposes; with it, every folder at that depth is a service.
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

import pandas as pd
from made_up_graph import made_up
from naive_keys import django_keys, sqlalchemy_keys
from sample_reference import compare

from analyzer.cluster import cluster
from analyzer.model.breaks import Break
from analyzer.model.cut import PLACEMENT_COLUMNS, Cut, Service
from analyzer.model.graph import Graph
from analyzer.observe import observe
from analyzer.pipeline import draw_graph
from analyzer.plan import plan
from analyzer.settings import RunSettings, Settings
from analyzer.sever import own_tables, sever
from analyzer.weigh import weigh

SETTINGS = Settings(run=RunSettings(engine="inline", use_cache=False))


def read(root: Path, folders: int) -> tuple[Graph, Cut]:
    """Graph and cut of a codebase."""
    found, graph, _ = draw_graph(root, SETTINGS, lambda _stage, _remark: None)
    if folders:
        return graph, by_folders(graph, folders)
    evidence = observe(found.root, SETTINGS, found.sources)
    return graph, cluster(graph, weigh(graph, evidence, SETTINGS), SETTINGS)


def by_folders(graph: Graph, depth: int) -> Cut:
    """Each folder at this depth is a service; files above are shared."""
    files = {table.key: table.file for table in graph.tables}
    rows = {}
    for key, file in zip(graph.elements.index, graph.elements["file"], strict=True):
        parts = (files.get(key) or file).split("/")
        service = parts[depth - 1] if len(parts) > depth else ""
        rows[key] = (service, "owned" if service else "shared", 1.0, "", "", 0.0, False)
    placements = pd.DataFrame.from_dict(rows, orient="index", columns=list(PLACEMENT_COLUMNS)).astype(PLACEMENT_COLUMNS)
    placements.index.name = "key"
    return Cut(tuple(Service(one, one) for one in sorted(set(placements["service"]) - {""})), placements)


def keys(root: Path, folders: int) -> None:
    """Foreign keys across the cut: those counted apart, those in the break list, and the difference by name."""
    graph, cut = read(root, folders)
    naive = django_keys(root) or sqlalchemy_keys(root)
    owner = {one.table: one.service for one in own_tables(graph, cut)}
    by_name: dict[str, list[str]] = {}
    for table in graph.tables:
        names = {table.name.lower(), table.element.rpartition("::")[2].lower()}
        for name in names:
            by_name.setdefault(name, []).append(table.key)
    places = [
        (one, _table(by_name, graph, one.app, one.model), _table(by_name, graph, one.target_app, one.target))
        for one in naive
    ]
    unknown = [one for one, source, target in places if not source or not target]
    expected = {
        (source, _column(one.field)): one
        for one, source, target in places
        if source and target and owner.get(source) and owner.get(target) and owner[source] != owner[target]
    }
    kinds = ("foreign_key", "one_to_one", "many_to_many")
    found = {(one.source, _column(dict(one.facts)["field"])): one for one in sever(graph, cut) if one.kind in kinds}
    missed, extra = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
    print(f"{root.name}: {len(naive)} keys counted apart, {len(unknown)} with an end that is no table of the codebase")
    print(f"across the cut: {len(expected)} counted apart, {len(found)} in the break list, {len(missed)} missed")
    if expected:
        print(f"recall {1 - len(missed) / len(expected):.3f}")
    for key in missed:
        print("  missed", *key, expected[key])
    for key in extra:
        place = found[key].occurrences[0]
        print("  only in the break list", *key, f"{place.file}:{place.line}")
    for one in unknown[:10]:
        print("  outside", *one)


def _column(field: str) -> str:
    return field.lower().removesuffix("_id")


def _table(by_name: dict[str, list[str]], graph: Graph, app: str, name: str) -> str:
    found = by_name.get(name, []) or by_name.get(name.rpartition(".")[2], [])
    files = {table.key: table.file for table in graph.tables}
    near = [key for key in found if not app or f"/{app}/" in f"/{files[key]}"]
    return min(near or found, default="")


def draw(root: Path, folders: int, count: int, seed: int) -> None:
    """Random breaks with their source lines, for a person to judge."""
    graph, cut = read(root, folders)
    found = sever(graph, cut)
    print(f"{root.name}: {len(found)} breaks, {len(cut.services)} services", dict(Counter(one.kind for one in found)))
    for number, one in enumerate(random.Random(seed).sample(found, min(count, len(found))), 1):  # noqa: S311 - a draw
        show(root, number, one)


def show(root: Path, number: int, one: Break) -> None:
    """One break with the lines of its first places."""
    print(f"\n--- {number} {one.kind} {one.source_service} -> {one.target_service}: {one.detail}")
    print(f"    {one.remedy.kind} ({one.remedy.automation}): {one.remedy.reason}")
    print(f"    target {one.target}; facts {dict(one.facts)}")
    for place in one.occurrences[:3]:
        lines = (root / place.file).read_text("utf-8", "replace").splitlines()
        text = " / ".join(line.strip() for line in lines[place.line - 1 : place.line + 1])
        marks = ("loop " if place.in_loop else "") + ("request" if place.in_request else "")
        print(f"    {place.file}:{place.line} {marks} [{place.detail}] {text[:160]}")


def stability(root: Path, folders: int) -> None:
    """How the order of extraction moves when one in a hundred breaks is left out, and one in twenty."""
    graph, cut = read(root, folders)
    breaks, owners = sever(graph, cut), own_tables(graph, cut)
    whole = _order(graph, cut, breaks, owners)
    pairs = len(whole) * (len(whole) - 1) / 2
    for share in (0.01, 0.05):
        moved = []
        for seed in range(20):
            chance = random.Random(seed)  # noqa: S311 - a fixed stream of small changes
            kept = tuple(one for one in breaks if chance.random() >= share)
            after = _order(graph, cut, kept, owners)
            both = [one for one in whole if one in after]
            turned = sum(after.index(a) > after.index(b) for i, a in enumerate(both) for b in both[i + 1 :])
            moved.append(1 - 2 * turned / pairs if pairs else 1.0)
        print(
            f"{root.name}: {len(whole)} units, {share:.0%} of {len(breaks)} breaks left out, 20 times: "
            f"Kendall's tau mean {sum(moved) / len(moved):.3f}, lowest {min(moved):.3f}"
        )


def _order(graph: Graph, cut: Cut, breaks: tuple[Break, ...], owners: tuple) -> list[str]:  # type: ignore[type-arg]
    roadmap = plan(graph, cut, (breaks, owners), SETTINGS)
    steps = [step for wave in roadmap.waves for step in wave.steps]
    return [step.service for step in steps if step.kind in ("extract", "keep_together")]


def speed(links: int) -> None:
    """Seconds for the break list and the plan of a made-up graph of this many links."""
    graph, cut = made_up(links)
    begin = time.perf_counter()
    breaks = sever(graph, cut)
    severed = time.perf_counter()
    plan(graph, cut, (breaks, own_tables(graph, cut)), SETTINGS)
    planned = time.perf_counter()
    print(f"{links} links, {len(breaks)} breaks: sever {severed - begin:.1f} s, plan {planned - severed:.1f} s")


def main() -> None:
    """Words in, figures out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["sample", "keys", "draw", "stability", "speed"])
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--folders", type=int, default=0)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--links", type=int, default=1_000_000)
    asked = parser.parse_args()
    if asked.what == "sample":
        compare(SETTINGS)
    elif asked.what == "speed":
        speed(asked.links)
    elif asked.path is None:
        parser.error(f"{asked.what} needs the path of a codebase")
    elif asked.what == "draw":
        draw(asked.path, asked.folders, asked.count, asked.seed)
    else:
        {"keys": keys, "stability": stability}[asked.what](asked.path, asked.folders)


if __name__ == "__main__":
    main()
