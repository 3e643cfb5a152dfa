"""Settings from the analysed code, from a file and from options, each stronger than the one before."""

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from analyzer.discover import read_regular
from analyzer.errors import InvalidSettings
from analyzer.settings import Settings

_MAX_BYTES = 1_000_000  # a hundred times the longest pyproject.toml of the benchmark
# What the analysed code may say about itself. It cannot choose where we write, what we start or how much we read.
_OWNERS_ONLY = frozenset({"run", "observe", "discover.max_file_bytes"})
Knobs = Mapping[str, Any]


def read_settings(target: Path, config: Path | None, options: Knobs) -> tuple[Settings, list[str]]:
    """The settings of one run, and remarks about a project file that could not be used.

    Raises ``InvalidSettings`` for an unknown key or a wrong value, naming the file and the nearest known key.
    """
    own, remarks = _of_target(target)
    given = _of_file(config) if config else {}
    for knobs, where in ((own, "[tool.analyzer] of the analysed code"), (given, str(config)), (options, "the options")):
        _check(knobs, where)
    merged = _merge(_merge(own, given), options)
    return msgspec.convert(merged, Settings), remarks


def _of_target(target: Path) -> tuple[Knobs, list[str]]:
    data = read_regular(bytes(target / "pyproject.toml"), _MAX_BYTES)
    if isinstance(data, str):
        return {}, []
    try:
        knobs = tomllib.loads(data.decode("utf-8")).get("tool", {}).get("analyzer", {})
    except (ValueError, AttributeError, RecursionError) as error:
        return {}, [f"The pyproject.toml of the analysed code is not valid and was not used: {error}."]
    knobs = _underscored(knobs)
    for key in sorted(_OWNERS_ONLY & set(_keys(knobs))):
        raise InvalidSettings(
            f"[tool.analyzer] of the analysed code may not set {key}: "
            "put it into a file of yours and name that with --config."
        )
    return knobs, []


def _of_file(config: Path) -> Knobs:
    data = read_regular(bytes(config), _MAX_BYTES)
    if isinstance(data, str):
        raise InvalidSettings(f"The settings file {config} cannot be used. {data}")
    try:
        document = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InvalidSettings(f"The settings file {config} is not valid TOML: {error}.") from error
    tool = document.get("tool", {})
    inner = tool.get("analyzer") if isinstance(tool, dict) else None
    return _underscored(document if inner is None else inner)  # a pyproject.toml is as good as a plain file


def _underscored(knobs: Any) -> dict[str, Any]:  # noqa: ANN401 - TOML holds anything
    if not isinstance(knobs, dict):
        raise InvalidSettings("[tool.analyzer] must be a table of settings.")
    return {
        key.replace("-", "_"): _underscored(value) if isinstance(value, dict) else value for key, value in knobs.items()
    }


def _keys(knobs: Knobs, prefix: str = "") -> Iterator[str]:
    for key, value in knobs.items():
        yield f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _keys(value, f"{prefix}{key}.")


def _check(knobs: Knobs, where: str) -> None:
    known = list(_keys(msgspec.to_builtins(Settings())))
    try:
        msgspec.convert(knobs, Settings)
    except msgspec.ValidationError as error:
        unknown = [key for key in _keys(knobs) if key not in known and not _is_table(key)]
        if "unknown field" in str(error) and unknown:
            raise InvalidSettings(f"{where}: there is no setting {unknown[0]}.{_nearest(unknown[0], known)}") from error
        raise InvalidSettings(f"{where}: {_plain(str(error))}") from error


def _is_table(key: str) -> bool:
    """Whether the key lies in a setting that is itself a table of freely named entries."""
    value: Any = Settings()
    for part in key.split(".")[:-1]:
        value = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
        if isinstance(value, dict):
            return True
    return False


def _nearest(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, 1, 0.5)
    if not near:  # people forget the section more often than they misspell it
        near = [name for name in known if name.rpartition(".")[2] == key.rpartition(".")[2]][:1]
    return f" Did you mean {near[0]}?" if near else f" There are: {', '.join(name for name in known if '.' in name)}."


def _plain(message: str) -> str:
    """The library's message in the words of a settings file: `discover.seed` instead of `$.discover.seed`."""
    text, _, place = message.partition(" - at `$.")
    return f"{place.rstrip('`')}: {text.replace('`', '')}." if place else f"{text}."


def _merge(weak: Knobs, strong: Knobs) -> dict[str, Any]:
    merged = dict(weak)
    for key, value in strong.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
