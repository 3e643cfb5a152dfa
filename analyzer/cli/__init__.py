"""The command line: words in, an exit status out; each command in a file of its own, loaded when it is called."""

import sys
from importlib import import_module
from typing import NoReturn

import click

from analyzer import __version__
from analyzer.cli.guard import guarded
from analyzer.cli.voice import common_options

__all__ = ["main", "program"]

# Command -> (module in this folder, what it is for). The purpose stands here so that --help need not load them.
COMMANDS = {
    "analyze": ("analyze", "Propose service boundaries for a codebase and write the report."),
    "init": ("init", "Write the proposed boundaries as a file that you edit and give back."),
    "score": ("score", "Score a cut of yours as this tool scores its own."),
    "diff": ("diff", "Compare two studies: what moved, what broke, what healed."),
    "contract": ("contract", "Compare two versions of a service's contract."),
    "callgraph": ("callgraph", "Print who calls whom, by dotted name."),
    "doctor": ("doctor", "Say what is installed, and what is missing for optional parts."),
    "completion": ("completion", "Print the script that completes commands and options in your shell."),
}


class LazyGroup(click.Group):
    """Finds commands by name in the table above and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order of the table, which is the order people meet them in."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command object of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"analyzer.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return common_options(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the commands with their purposes."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, purpose) for name, (_, purpose) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start here:  analyzer analyze path/to/your/code",
)
@click.version_option(__version__, prog_name="analyzer")
def program() -> None:
    """Find service boundaries in a Python monolith, from its source alone.

    Nothing in the analysed code is ever imported or run.
    """


def main() -> NoReturn:
    """Run the program and leave with its exit status."""
    sys.exit(guarded(program, sys.argv[1:]))
