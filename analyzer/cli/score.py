"""``analyzer score``: how well a cut agrees with a partition that people have, and which of the two scores better."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer.cli.partitions import Partition, partition_for, read_partition
from analyzer.cli.voice import clean, say, tell, voice
from analyzer.errors import InvalidStudy

if TYPE_CHECKING:
    from analyzer.model.cut import Cut
    from analyzer.model.graph import Graph
    from analyzer.model.study import Study

_EXAMPLES = """\b
Examples:
  analyzer score ~/code/shop --against packages
  analyzer score ~/code/shop --against ~/code/shop/CODEOWNERS
  analyzer score reports/shop --against decisions/boundaries.toml
  analyzer score other-tool.csv --against reports/shop/elements.csv
"""


@click.command("score", epilog=_EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--against", required=True, metavar="FILE", help="The partition to compare with, or: packages.")
def command(path: Path, against: str) -> None:
    """Say how far the cut of PATH agrees with the partition given by --against, and how both score.

    PATH is a folder of code, a report folder, or a partition of another tool as CSV or JSON. The partition to compare
    with is one of: the word packages (today's), a CODEOWNERS file, a boundary file (TOML), CSV with a column for the
    module (module) and one for its group (label or service), or JSON of modules by label. Modules without a label
    there are not scored; one without a place in PATH counts as a group of its own.
    """
    from analyzer.metrics.agreement import agree  # noqa: PLC0415 - networkx takes its time; --help need not wait

    study = _study(path)
    if study is None:
        mine = read_partition(path)
        given = partition_for(against, dict.fromkeys(mine, ""), None)
    else:
        mine, files = _cut_of(study)
        given = partition_for(against, files, path if not (path / "study.json").is_file() else None)
    if not any(given.get(module) for module in mine):
        raise InvalidStudy(f"{against} gives no label to any module of {path}.")
    found = agree(mine, given)
    say(f"modules scored   {found.modules}")
    for name in ("ari", "ami", "pair_precision", "pair_recall"):
        say(f"{name:16} {getattr(found, name):.3f}")
    say(f"mojofm           {found.mojofm:.1f} %")
    if study is not None:
        _side_by_side(study, given)


def _study(path: Path) -> "Study | None":
    """The study of a report folder, or of code that is analysed now; None for a file that is a partition."""
    if path.is_file():
        return None
    if (path / "study.json").is_file():
        from analyzer.cli.diff import load  # noqa: PLC0415 - the study takes its time to import

        return load(path)
    from analyzer.cli.configuration import read_settings  # noqa: PLC0415 - the same
    from analyzer.cli.progress import progress_of  # noqa: PLC0415

    settings, remarks = read_settings(path, None, {})
    for remark in remarks:
        tell(clean(remark))
    with progress_of(voice()) as progress:
        from analyzer.pipeline import analyze  # noqa: PLC0415

        return analyze(path, settings, progress)


def _cut_of(study: "Study") -> tuple[Partition, dict[str, str]]:
    """Module -> service that owns it ("" for shared code), and module -> file."""
    placed = study.graph.elements.join(study.cut.placements[["service", "verdict"]], how="inner")
    modules = placed[(placed["kind"] == "module") & placed["role"].isin(["code", ""])]
    owned = modules["service"].where(modules["verdict"] == "owned", "")
    names = modules["name"].astype(str).tolist()
    return dict(zip(names, owned.tolist(), strict=True)), dict(zip(names, modules["file"].tolist(), strict=True))


def _side_by_side(study: "Study", given: Partition) -> None:
    """The metrics of the cut and of the given partition, by the same formulas on the same graph."""
    from analyzer.metrics import METRICS  # noqa: PLC0415 - see above
    from analyzer.model.production import production  # noqa: PLC0415

    graph, cut = production(study.graph, study.cut)
    theirs = [metric(graph, _with(graph, cut, given)) for metric in METRICS]
    mine = {score.metric: score for score in study.verdict.scores if not score.service}
    say(f"\n{'':19}{'this cut':>12}{'given':>12}")
    for score in theirs:
        if score.metric in mine and not score.service:
            say(f"{score.metric:19}{_figure(mine[score.metric].value):>12}{_figure(score.value):>12}")


def _with(graph: "Graph", cut: "Cut", given: Partition) -> "Cut":
    """The cut with every module where the partition has it, and tables with the class that maps them."""
    from msgspec.structs import replace  # noqa: PLC0415 - see above

    names = graph.elements["module"].astype(str)
    label = {key: given.get(name, "") for key, name in names.items()}
    label |= {table.key: label.get(table.element, "") for table in graph.tables}
    services = [label.get(key, "") for key in cut.placements.index]
    verdicts = ["owned" if service else "unplaced" for service in services]
    return replace(cut, services=(), placements=cut.placements.assign(service=services, verdict=verdicts))


def _figure(value: float | None) -> str:
    return "no answer" if value is None else f"{value:.3f}"
