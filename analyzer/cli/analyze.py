"""``analyzer analyze``: the main job, from a folder of Python to a report."""

from pathlib import Path
from typing import Any

import click

from analyzer.cli.guard import Status, report_bug
from analyzer.cli.voice import clean, complain, tell, voice

_EXAMPLES = """\b
Examples:
  analyzer analyze .
  analyzer analyze ~/code/shop --out /tmp/shop-report
  analyzer analyze ~/code/shop --exclude 'scripts/' --include-tests
  analyzer analyze ~/code/shop --boundaries boundaries.toml
  analyzer analyze ~/code/shop --render json,csv --emit openapi

\b
Exit status:
  0  the report is written and everything could be read
  2  a mistake that you can mend, said in one line
  3  the report is written, but part of the code could not be read
  4  a bug of this tool; when only one report format failed, the rest is written
"""


@click.command("analyze", epilog=_EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the report.  [default: reports/<name of PATH>]")
@click.option("--config", type=click.Path(path_type=Path), help="TOML file with settings, stronger than PATH's own.")
@click.option("--boundaries", type=click.Path(path_type=Path), help="TOML file with decisions that the cut must keep.")
@click.option("--traces", multiple=True, type=click.Path(path_type=Path), help="What ran: spans, coverage or calls.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out what this .gitignore pattern matches.")
@click.option("--include-tests", is_flag=True, help="Place tests in services too.")
@click.option("--include-migrations", is_flag=True, help="Place database migrations in services too.")
@click.option("--render", "renderers", multiple=True, metavar="NAME", help="Report formats to write.  [default: all]")
@click.option("--emit", "emitters", multiple=True, metavar="NAME", help="Kinds of service files.  [default: all]")
@click.option("--engine", type=click.Choice(["processes", "inline", "dask"]), help="Where files are read.")
@click.option("--workers", type=click.IntRange(1), help="Reading processes at once.  [default: one a core]")
@click.option("--scheduler", metavar="ADDRESS", help="Dask scheduler, as in tcp://host:8786.")
@click.option("--cache", type=click.Path(path_type=Path), help="Folder of the cache.  [default: your cache folder]")
@click.option("--no-cache", is_flag=True, help="Read every file anew and keep nothing.")
@click.option("--seed", type=int, help="Start of the clustering's random numbers.")
@click.option("--allow-incomplete", is_flag=True, help="Exit with 0 even when part of the code could not be read.")
def command(path: Path, out: Path | None, config: Path | None, **options: Any) -> int:  # noqa: ANN401 - click's options
    """Propose service boundaries for the Python code in PATH and write the report.

    The code is only read, never imported or run. The verdict goes to standard output, progress to standard error.
    """
    # What answers takes a tenth of a second to import; --help and mistakes on the command line should not wait for it.
    from analyzer.cli.answer import Question, answer  # noqa: PLC0415
    from analyzer.cli.boundaries import with_boundaries  # noqa: PLC0415
    from analyzer.cli.configuration import read_settings  # noqa: PLC0415
    from analyzer.cli.progress import progress_of  # noqa: PLC0415
    from analyzer.cli.verdict import deliver  # noqa: PLC0415

    settings, remarks = read_settings(path, config, _knobs(options))
    settings, obeyed = with_boundaries(settings, path, options["boundaries"])
    for remark in (*remarks, *obeyed):
        tell(clean(remark))
    question = Question(path, settings, _names(options["renderers"]), _names(options["emitters"]), out)
    with progress_of(voice()) as progress:
        verdict, written, failures = answer(question, progress)
    deliver(verdict, written, voice())
    for who, bug in failures:
        complain(report_bug(bug, f"; {who} is missing, the rest is written", debug=voice().debug))
    if failures:
        return Status.BUG
    lost = any(problem.severity == "loss" for problem in verdict.problems)
    return Status.INCOMPLETE if lost and not options["allow_incomplete"] else Status.WHOLE


def _names(given: tuple[str, ...]) -> list[str] | None:
    """The names of ``--render a,b --render c``; None when none were given."""
    return [name.strip() for text in given for name in text.split(",") if name.strip()] or None


def _knobs(options: dict[str, Any]) -> dict[str, Any]:
    """The options that are settings, in the shape of a settings file; what was not given stays out."""
    discover = {
        "exclude": list(options["exclude"]) or None,
        "include_tests": options["include_tests"] or None,
        "include_migrations": options["include_migrations"] or None,
    }
    run = {
        "engine": options["engine"],
        "workers": options["workers"],
        "scheduler": options["scheduler"],
        "cache": str(options["cache"]) if options["cache"] else None,
        "use_cache": False if options["no_cache"] else None,
    }
    observe = {"traces": [str(path) for path in options["traces"]] or None}
    return _given({"discover": discover, "observe": observe, "run": run, "seed": options["seed"]})


def _given(knobs: dict[str, Any]) -> dict[str, Any]:
    trimmed = {key: _given(value) if isinstance(value, dict) else value for key, value in knobs.items()}
    return {key: value for key, value in trimmed.items() if value is not None and value != {}}
