"""The reference codebases: how to get them, their graphs, and the measure of each."""

import csv
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analyzer.cluster import cluster
from analyzer.metrics.agreement import agree
from analyzer.model.evidence import Evidence
from analyzer.model.graph import Graph
from analyzer.pipeline import graph_of
from analyzer.settings import Settings
from analyzer.weigh import weigh

GALAXY = "app auth config data files job-execution job-metrics navigation objectstore tool-util tours util web-apps"
# Case -> (folder to analyse, packages to download, main measure).
CASES = {
    "airflow_providers": ("airflow", ["apache-airflow==1.10.15"], "ari"),
    "galaxy_packages": (
        "galaxy",
        [f"galaxy-{part}==23.1.4" for part in (*GALAXY.split(), "web-framework", "web-stack")],
        "ari",
    ),
    "oscar_apps": ("oscar", ["django-oscar==3.2.6"], "ari"),
    "kolibri_apps": ("kolibri", ["kolibri==0.16.2"], "ari"),
    "salt_extensions": ("salt", ["salt==3007.1"], "extract"),
}
BUNDLED = {"kolibri_apps": "kolibri/dist"}  # copies of other people's packages, which no reference speaks of


class Case(NamedTuple):
    """One codebase with its graph and its reference."""

    name: str
    measure: str
    graph: Graph
    truth: dict[str, str]


def load(name: str, corpus: Path, truth: Path) -> Case:
    """The case, downloaded when the corpus does not hold it."""
    folder, packages, kind = CASES[name]
    home = corpus / name
    if not (home / folder).is_dir():
        download(home, packages)
        if name in BUNDLED:
            shutil.rmtree(home / BUNDLED[name])
    with (truth / f"{name}.csv").open(newline="", encoding="utf-8") as stream:
        labels = {row["module"]: row["label"] for row in csv.DictReader(stream)}
    return Case(name, kind, graph_of(home / folder), labels)


def download(home: Path, packages: list[str]) -> None:
    """Fetch wheels (or source distributions) by name and unpack them over one another; nothing is built or run."""
    archives = home / "archives"
    archives.mkdir(parents=True, exist_ok=True)
    wheel = ["--only-binary", ":all:", "--python-version", "3.8", "--platform", "any", "--abi", "none"]
    for package in packages:
        base = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(archives), package]
        if subprocess.run([*base, *wheel, "--implementation", "py"], check=False).returncode:
            subprocess.run([*base, "--no-binary", ":all:"], check=True)
    for archive in sorted(archives.glob("*.whl")):
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(home)
    for archive in sorted(archives.glob("*.tar.gz")):
        subprocess.run(["tar", "-xzf", str(archive), "-C", str(home), "--strip-components=1"], check=True)


def no_evidence() -> Evidence:
    """What ``observe`` finds where there is nothing to find."""
    return Evidence(
        pairs=pd.DataFrame({"source": [], "target": [], "view": [], "weight": []}),
        owners=pd.DataFrame({"module": [], "owner": [], "source": [], "share": []}),
        stability=pd.DataFrame({"module": [], "commits": [], "last_changed_commit_index": []}),
    )


def propose(case: Case, settings: Settings, graph: Graph | None = None) -> dict[str, str]:
    """Module -> service of the cut that the settings give."""
    graph = graph or case.graph
    cut = cluster(graph, weigh(graph, no_evidence(), settings), settings)
    modules = graph.elements[graph.elements["kind"] == "module"]
    return dict(zip(modules["name"].astype(str), cut.placements.loc[modules.index, "service"].astype(str), strict=True))


def measure(case: Case, proposed: Mapping[str, str]) -> float:
    """The main measure of the case: adjusted Rand index, or mean F1 of the best service for each label."""
    return extraction(proposed, case.truth) if case.measure == "extract" else agree(proposed, case.truth).ari


def measure_settings(case: Case, settings: Settings) -> float:
    """The main measure of the cut that the settings give."""
    return measure(case, propose(case, settings))


def extraction(proposed: Mapping[str, str], truth: Mapping[str, str]) -> float:
    """Mean over labels of the F1 of the one service that matches it best, counted over all modules."""
    where = {module: proposed.get(module) or f"alone:{module}" for module in truth}
    sizes = Counter(where.values())
    labels: dict[str, list[str]] = {}
    for module, label in truth.items():
        if label:
            labels.setdefault(label, []).append(module)
    best = [
        max(2 * hits / (sizes[service] + len(members)) for service, hits in Counter(map(where.get, members)).items())
        for members in labels.values()
    ]
    return sum(best) / len(best)
