"""``analyzer doctor``: what is installed, and what is missing for optional parts."""

import shutil
import sys
from importlib import metadata

import click

from analyzer import __version__
from analyzer.cli.guard import Status
from analyzer.cli.voice import say

_NEEDED = (
    *("click", "jinja2", "matplotlib", "msgspec", "networkx", "pandas", "pathspec", "platformdirs"),
    *("pyyaml", "rich", "sqlglot", "tomlkit"),
)
_OPTIONAL = {
    "distributed": "reading on a cluster of machines (--engine dask); install monolith-analyzer[dask]",
    "fastapi": "starting generated services here",
    "uvicorn": "starting generated services here",
}
_PROGRAMS = {
    "git": "the history of the code as evidence",
    "dot": "turning the .dot pictures into images",
}


@click.command("doctor", epilog="\b\nExample:\n  analyzer doctor")
def command() -> int:
    """Say what is installed, and what is missing for optional parts.

    The exit status is 0 when everything needed is there, and 1 when it is not.
    """
    say(f"analyzer {__version__}, Python {sys.version.split()[0]}")
    missing = [name for name in _NEEDED if not _version(name)]
    for name in _NEEDED:
        say(f"  {name:<12} {_version(name) or 'MISSING: install monolith-analyzer again'}")
    say("Optional:")
    for name, purpose in _OPTIONAL.items():
        say(f"  {name:<12} {_version(name) or f'not installed; it is for {purpose}'}")
    for name, purpose in _PROGRAMS.items():
        say(f"  {name:<12} {shutil.which(name) or f'not found; it is for {purpose}'}")
    return Status.GATE if missing else Status.WHOLE


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
