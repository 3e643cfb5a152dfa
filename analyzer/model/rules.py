"""Rules: what a person decided about the boundaries, as the boundary file says it."""

from typing import Literal

from msgspec import Struct

Patterns = tuple[str, ...]


class ServiceRule(Struct, frozen=True, forbid_unknown_fields=True):
    """One group a person named. Patterns are shell patterns (``*``, ``?``, ``[abc]``), case-sensitive.

    ``kind``: ``service`` for what shall run alone, ``part`` for what only moves as one. ``host``: key of the service
    that a part ships with, "" where it stays behind; left out, the links decide. ``packages``: dotted names;
    each takes everything below it. ``modules``: dotted names. ``classes``: ``module:Class``, functions likewise.
    ``tables``: table names.
    """

    name: str = ""
    owner: str = ""
    description: str = ""
    kind: Literal["service", "part"] = "service"
    host: str | None = None
    packages: Patterns = ()
    modules: Patterns = ()
    classes: Patterns = ()
    tables: Patterns = ()


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in a boundary file; the empty rules decide nothing.

    ``services`` by key (a lower-case slug). ``pins``: module pattern or ``module:Class`` pattern -> service key,
    stronger than the services' own patterns. ``must_link`` and ``cannot_link``: groups and pairs of dotted names of
    modules or packages. ``smallest`` and ``largest`` count modules, ``wanted`` services; 0 leaves it open.
    """

    services: dict[str, ServiceRule] = {}
    pins: dict[str, str] = {}
    must_link: tuple[tuple[str, ...], ...] = ()
    cannot_link: tuple[tuple[str, str], ...] = ()
    shared: Patterns = ()
    platform: Patterns = ()
    ignored: Patterns = ()
    smallest: int = 0
    largest: int = 0
    wanted: int = 0
    file: str = ""  # where the rules stand, for messages
    lines: dict[str, int] = {}  # rule, as its path in the file -> line

    def place(self, rule: str) -> str:
        """Where a rule stands, for messages: ``boundaries.toml line 12``."""
        line = self.lines.get(rule, 0)
        return f"{self.file or 'the rules'}{f' line {line}' if line else ''}"
