"""How the program speaks: results on standard output, everything else on standard error, both without surprises."""

import contextlib
import os
import re
import sys
from typing import NamedTuple, TextIO

import click

# Control characters (escape sequences begin with one), invisible direction marks, halves of surrogate pairs.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


class Voice(NamedTuple):
    """What the person wants to hear."""

    quiet: bool = False
    verbose: bool = False
    debug: bool = False


def common_options(command: click.Command) -> click.Command:
    """The command with the options that every command has."""
    known = {option for parameter in command.params for option in parameter.opts}
    for name, short, text in (
        ("quiet", "-q", "Say nothing but results and mistakes."),
        ("verbose", "-v", "Say what is being done, and list every problem."),
        ("debug", None, "Show the traceback when the tool itself fails."),
    ):
        if f"--{name}" not in known:
            flags = [f"--{name}", *([short] if short else [])]
            command.params.append(click.Option(flags, is_flag=True, expose_value=False, help=text, callback=_remember))
    return command


def voice() -> Voice:
    """The voice that the options of the running command ask for."""
    wanted = click.get_current_context().find_root().meta
    return Voice(quiet=bool(wanted.get("quiet")), verbose=bool(wanted.get("verbose")), debug=bool(wanted.get("debug")))


def say(text: str = "") -> None:
    """One line of the result; a reader who closed the pipe simply hears no more."""
    _write(sys.stdout, text)


def tell(text: str) -> None:
    """One line beside the result."""
    _write(sys.stderr, text)


def complain(text: str) -> None:
    """One line about a mistake."""
    _write(sys.stderr, f"analyzer: {text}")


def strong(text: str) -> str:
    """The text in bold where somebody looks at a terminal and did not ask for plain text."""
    return click.style(text, bold=True) if colours(sys.stdout) else text


def colours(stream: TextIO | None) -> bool:
    """Whether the stream is a terminal whose owner wants colours (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream is not None and stream.isatty() and not plain


def clean(text: str, keep: str = "") -> str:
    """The text without anything a terminal could take for an order."""
    return _UNFIT.sub(lambda match: match[0] if match[0] in keep else f"\\x{ord(match[0]):02x}", text)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed before we started
        return
    with contextlib.suppress(BrokenPipeError):
        click.echo(text, file=stream)


def _remember(ctx: click.Context, option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    ctx.find_root().meta[str(option.name)] = value
