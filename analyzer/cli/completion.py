"""``analyzer completion``: the script by which a shell completes our commands and options."""

import click
from click.shell_completion import get_completion_class

from analyzer.cli.voice import say

_EXAMPLES = """\b
Examples:
  eval "$(analyzer completion bash)"
  analyzer completion zsh > ~/.zfunc/_analyzer
  analyzer completion fish > ~/.config/fish/completions/analyzer.fish
"""


@click.command("completion", epilog=_EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes commands and options in SHELL."""
    program = click.get_current_context().find_root().command
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    say(script(program, {}, "analyzer", "_ANALYZER_COMPLETE").source())
