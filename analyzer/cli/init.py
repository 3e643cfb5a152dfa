"""``analyzer init``: write the proposed boundaries as a file that a person edits."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from analyzer.cli.guard import Status
from analyzer.cli.voice import say, voice

if TYPE_CHECKING:
    from analyzer.model.cut import Cut
    from analyzer.model.graph import Graph

_EXAMPLES = """\b
Examples:
  analyzer init ~/code/shop
  analyzer init ~/code/shop --out decisions/boundaries.toml
"""


@click.command("init", epilog=_EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="File to write.  [default: PATH/boundaries.toml]")
@click.option("--force", is_flag=True, help="Replace the file when it is there.")
def command(path: Path, out: Path | None, *, force: bool) -> int:
    """Write the proposed boundaries for PATH into a file, to edit and to give back with --boundaries.

    Reading the unchanged file back gives the same cut.
    """
    from analyzer.cli.boundaries import NAME  # noqa: PLC0415 - the analysis takes half a second to import
    from analyzer.cli.configuration import read_settings  # noqa: PLC0415
    from analyzer.cli.progress import progress_of  # noqa: PLC0415
    from analyzer.errors import RefusedOutput  # noqa: PLC0415
    from analyzer.model.cut import count_kinds  # noqa: PLC0415

    target = out or path / NAME
    if target.exists() and not force:
        raise RefusedOutput(f"{target} is already there. Give --force to replace it, or --out for another place.")
    settings, _ = read_settings(path, None, {})
    with progress_of(voice()) as progress:
        from analyzer.pipeline import analyze  # noqa: PLC0415

        study = analyze(path, settings, progress)
    try:
        target.write_text(boundary_file(study.graph, study.cut), encoding="utf-8", newline="\n")
    except OSError as error:
        raise RefusedOutput(f"{target} cannot be written: {error.strerror}.") from error
    say(f"Wrote {target}: {count_kinds(study.cut)} to look through, rename, join and move.")
    return Status.WHOLE


def boundary_file(graph: "Graph", cut: "Cut") -> str:
    """The cut as a boundary file: whole packages where a service owns all of one, single modules elsewhere."""
    from analyzer.notation.documents import toml_text  # noqa: PLC0415 - see above

    modules = graph.elements[graph.elements["kind"] == "module"]
    placed = cut.placements.loc[modules.index]
    names = modules["name"].astype(str).tolist()
    packages, single = _cover(dict(zip(names, placed["service"].astype(str), strict=True)))
    verdicts = dict(zip(names, placed["verdict"].astype(str), strict=True))
    document: dict[str, Any] = {"version": 1}
    for verdict, word in (("shared", "shared"), ("platform", "platform"), ("unplaced", "ignored")):
        document[word] = sorted(name for name, found in verdicts.items() if found == verdict)
    document["services"] = {
        found.key: {
            "name": found.name,
            "owner": found.owner,
            "description": found.description,
            "kind": "part" if found.kind == "part" else "service",
            "packages": sorted(name for name, key in packages.items() if key == found.key),
            "modules": sorted(name for name, key in single.items() if key == found.key),
        }
        for found in cut.services
        if found.kind in ("service", "part")  # what is shared or platform is named above, module by module
    }
    return toml_text(document)


def _cover(service: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Largest packages that lie in one service whole, and the modules that no such package covers."""
    below: dict[str, set[str]] = {}
    for name, key in service.items():
        parts = name.split(".")
        for depth in range(1, len(parts) + 1):
            below.setdefault(".".join(parts[:depth]), set()).add(key)
    packages: dict[str, str] = {}
    single: dict[str, str] = {}
    for name, key in service.items():
        parts = name.split(".")
        above = (".".join(parts[:depth]) for depth in range(1, len(parts)))
        whole = next((package for package in above if len(below[package]) == 1), "")
        if whole:
            packages[whole] = key
        else:
            single[name] = key
    return packages, {name: key for name, key in single.items() if name not in packages}
