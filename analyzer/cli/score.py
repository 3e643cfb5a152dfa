"""``analyzer score``: how well a partition agrees with a reference."""

import csv
from pathlib import Path

import click

from analyzer.cli.voice import say
from analyzer.errors import InvalidStudy

_EXAMPLES = """\b
Examples:
  analyzer score reports/shop/elements.csv --against decisions/reference.csv
  analyzer score other-tool.csv --against reports/shop/elements.csv
"""
_MODULE = ("module", "name", "file")
_LABEL = ("label", "service", "cluster")


@click.command("score", epilog=_EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--against", required=True, type=click.Path(path_type=Path), help="The reference, as a CSV file.")
def command(path: Path, against: Path) -> None:
    """Say how far the partition in PATH agrees with the one given by --against.

    Both are CSV files with a column for the module (module) and one for its group (label or service), or the
    elements.csv of a report. A module with an empty label in the reference is not scored; one without a place in
    PATH counts as a group of its own.
    """
    from analyzer.metrics.agreement import agree  # noqa: PLC0415 - networkx takes its time; --help need not wait

    found = agree(read_partition(path), read_partition(against))
    say(f"modules scored   {found.modules}")
    for name in ("ari", "ami", "pair_precision", "pair_recall"):
        say(f"{name:16} {getattr(found, name):.3f}")
    say(f"mojofm           {found.mojofm:.1f} %")


def read_partition(path: Path) -> dict[str, str]:
    """Module -> label of a CSV file; raises ``InvalidStudy`` when it has no such columns or rows."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as stream:
            reader = csv.DictReader(stream)
            columns = reader.fieldnames or []
            module = next((name for name in _MODULE if name in columns), "")
            label = next((name for name in _LABEL if name in columns), "")
            rows = list(reader) if module and label else []
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InvalidStudy(f"{path} cannot be read as a CSV file: {error}.") from error
    if not module or not label:
        raise InvalidStudy(f"{path} needs a column `module` and a column `label` or `service`.")
    if "kind" in columns:
        rows = [row for row in rows if row["kind"] == "module"]
    found = {row[module]: row[label] or "" for row in rows}
    if not any(found.values()):
        raise InvalidStudy(f"{path} gives no module a label.")
    return found
