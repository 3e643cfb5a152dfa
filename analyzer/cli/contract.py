"""``analyzer contract``: two versions of a contract, and whether the new one breaks callers."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from analyzer.cli.guard import Status
from analyzer.cli.voice import clean, common_options, say, voice
from analyzer.errors import InvalidStudy

if TYPE_CHECKING:
    from analyzer.publish.compatibility import Change

_EXAMPLES = """\b
Examples:
  analyzer contract diff old/openapi.yaml new/openapi.yaml
  analyzer contract diff old/services new/services
  analyzer contract diff old/asyncapi.yaml new/asyncapi.yaml --format json

\b
Exit status:
  0  callers of the old version can live with the new one
  1  a change breaks callers
  2  a mistake that you can mend, said in one line
"""
_NAMES = ("openapi.yaml", "asyncapi.yaml")
_MOST_BYTES = 50_000_000  # the largest published OpenAPI documents have a tenth of that


@click.group("contract", epilog="\b\nExample:\n  analyzer contract diff old/services new/services")
def command() -> None:
    """Look after the contracts of services."""


@common_options
@command.command("diff", epilog=_EXAMPLES)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print changes.")
def diff(old: Path, new: Path, form: str) -> int:
    """Compare the contracts OLD and NEW: two documents, two services, or two folders of services."""
    from analyzer.publish.compatibility import Change, compare  # noqa: PLC0415 - only when it is called

    found: list[tuple[str, Change]] = []
    for name, before, after in _pairs(old, new):
        if after is None:
            found.append((name, Change("the contract", "is gone", breaking=True)))
        elif {"asyncapi"} & before.keys() != {"asyncapi"} & after.keys():
            raise InvalidStudy(f"{name}: one of the two is an OpenAPI and the other an AsyncAPI document.")
        else:
            found += [(name, change) for change in compare(before, after)]
    _print(found, form)
    return Status.GATE if any(change.breaking for _, change in found) else Status.WHOLE


def _pairs(old: Path, new: Path) -> Iterator[tuple[str, dict[str, Any], dict[str, Any] | None]]:
    """(name, old document, new document or None when it is gone) for every contract of OLD."""
    if old.is_file():
        yield new.name, _load(old), _load(new / old.name if new.is_dir() else new)
        return
    documents = sorted(path for name in _NAMES for path in old.rglob(name)) if old.is_dir() else []
    if not documents:
        raise InvalidStudy(f"{old} is no contract and holds none: name an openapi.yaml or a folder with some.")
    for path in documents:
        name = path.relative_to(old)
        yield name.as_posix(), _load(path), _load(new / name) if (new / name).is_file() else None


def _load(path: Path) -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - only when it is called

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InvalidStudy(f"{path} is too large for a contract.")
        text = path.read_text("utf-8")
        document = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=_loader())  # noqa: S506 - a safe loader
    except OSError as error:
        raise InvalidStudy(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        raise InvalidStudy(f"{path} is not a YAML or JSON document.") from error
    if not isinstance(document, dict) or not {"openapi", "asyncapi"} & document.keys():
        raise InvalidStudy(f"{path} is neither an OpenAPI nor an AsyncAPI document.")
    return document


def _loader() -> Any:  # noqa: ANN401 - PyYAML's loaders have no common type
    import yaml  # noqa: PLC0415 - only when it is called

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _print(found: list[tuple[str, "Change"]], form: str) -> None:
    if form == "json":
        say(json.dumps([{"contract": name, **change._asdict()} for name, change in found], indent=2))
        return
    breaking = sum(change.breaking for _, change in found)
    for name, change in found:
        if change.breaking or not voice().quiet:
            word = "breaks callers" if change.breaking else "compatible"
            say(clean(f"{name}: {word}: {change.place}: {change.what}"))
    if not voice().quiet:
        changes = f"{len(found)} change{'s' * (len(found) != 1)}, of which {breaking} break callers."
        say(changes if found else "No changes.")
