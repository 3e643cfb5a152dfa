"""Read a boundary file: TOML text to rules, strictly, with the line of each rule kept for messages."""

import difflib
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from analyzer.discover import read_regular
from analyzer.errors import InvalidSettings
from analyzer.model.rules import Rules, ServiceRule
from analyzer.notation.prose import plain
from analyzer.settings import Settings

NAME = "boundaries.toml"
_MAX_BYTES = 1_000_000  # a boundary file of ten thousand rules
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(#.*)?$")


def with_boundaries(settings: Settings, target: Path, given: Path | None) -> tuple[Settings, list[str]]:
    """The settings with the rules of ``--boundaries``, else of ``boundaries.toml`` beside the code.

    Raises ``InvalidSettings`` for a file that cannot be used; the remarks say which file was found by itself.
    """
    path = given or target / NAME
    data = read_regular(bytes(path), _MAX_BYTES)
    if isinstance(data, str):
        if given:
            raise InvalidSettings(f"The boundary file {given} cannot be used. {data}")
        return settings, []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidSettings(f"The boundary file {path} is not UTF-8 text.") from error
    remarks = [] if given else [f"The rules of {NAME} beside the code are obeyed."]
    return replace(settings, rules=parse_boundaries(text, path.name)), remarks


def parse_boundaries(text: str, file: str = NAME) -> Rules:
    """The rules of a boundary file. Raises ``InvalidSettings`` with the nearest known key for an unknown one."""
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InvalidSettings(f"{file} is not valid TOML: {error}.") from error
    known = [name for name in Rules.__struct_fields__ if name not in ("file", "lines")]
    _check_keys(document, [*known, "version"], file)
    if document.pop("version", 1) != 1:
        raise InvalidSettings(f"{file} has another version than 1, the only one known.")
    for key, service in _table(document, "services", file).items():
        if not _KEY.fullmatch(key):
            raise InvalidSettings(f"{file}: a service key is lower-case letters, digits and _, not {key!r}.")
        _check_keys(service, list(ServiceRule.__struct_fields__), f"{file} [services.{key}]")
    try:
        rules = msgspec.convert(document, Rules)
    except msgspec.ValidationError as error:
        raise InvalidSettings(f"{file}: {error}.") from error
    rules = replace(rules, services={key: _one_line(service) for key, service in rules.services.items()})
    for pattern, service in rules.pins.items():
        if service not in rules.services:
            hint = _nearest(service, list(rules.services))
            raise InvalidSettings(f"{file}: the pin {pattern!r} names no service of the file: {service!r}.{hint}")
    for name in ("smallest", "largest", "wanted"):
        if getattr(rules, name) < 0:
            raise InvalidSettings(f"{file}: {name} must be 0 (open) or more.")
    return replace(rules, file=file, lines=_lines(text, rules))


def _one_line(rule: ServiceRule) -> ServiceRule:
    """Names are shown everywhere, and a file beside the code is a stranger's."""
    return replace(rule, name=plain(rule.name), owner=plain(rule.owner), description=plain(rule.description))


def _table(document: dict[str, Any], name: str, file: str) -> dict[str, Any]:
    found = document.get(name, {})
    if not isinstance(found, dict) or not all(isinstance(value, dict) for value in found.values()):
        raise InvalidSettings(f"{file}: [{name}.<key>] must be tables.")
    return found


def _check_keys(found: dict[str, Any], known: list[str], where: str) -> None:
    for key in found:
        if key not in known:
            raise InvalidSettings(f"{where} has an unknown key {key!r}.{_nearest(key, known)}")


def _nearest(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, 1, 0.5)
    return f" Did you mean {near[0]!r}?" if near else f" Known are {', '.join(known)}." if known else ""


def _lines(text: str, rules: Rules) -> dict[str, int]:
    """Rule (its path in the file) -> line, found by its section and its text; a rule not found has no line."""
    sections = _sections(text)
    top = sections[""]
    lines: dict[str, int] = {}
    for service, rule in rules.services.items():
        inside = sections.get(f"services.{service}", [])
        lines[f"services.{service}"] = inside[0][0] if inside else 0
        for kind in ("packages", "modules", "classes", "tables"):
            for pattern in getattr(rule, kind):
                lines[f"services.{service}.{kind}.{pattern}"] = _find(inside, pattern)
    lines.update({f"pins.{pattern}": _find(sections.get("pins", []), pattern) for pattern in rules.pins})
    for kind in ("shared", "platform", "ignored"):
        own = _from(top, kind)
        lines.update({f"{kind}.{pattern}": _find(own, pattern) for pattern in getattr(rules, kind)})
    for kind in ("must_link", "cannot_link"):
        groups = enumerate(getattr(rules, kind))
        own = _from(top, kind)
        lines.update({f"{kind}.{position}": _find(own, *names) for position, names in groups if names})
    for kind in ("smallest", "largest", "wanted"):
        lines[kind] = next((number for number, line in top if line.strip().startswith(kind)), 0)
    return {rule: line for rule, line in lines.items() if line}


def _sections(text: str) -> dict[str, list[tuple[int, str]]]:
    """Section -> its numbered lines, with its header first; "" is what stands before the first header."""
    sections: dict[str, list[tuple[int, str]]] = {"": []}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        section = header.group(1).replace('"', "").replace(" ", "") if header else section
        sections.setdefault(section, []).append((number, line))
    return sections


def _from(section: list[tuple[int, str]], key: str) -> list[tuple[int, str]]:
    """The lines from the one that sets the key on."""
    start = next((place for place, (_, line) in enumerate(section) if line.split("=")[0].strip() == key), len(section))
    return section[start:]


def _find(section: list[tuple[int, str]], *texts: str) -> int:
    quoted = [(f'"{text}"', f"'{text}'", text) for text in texts]
    for exact in (2, 3):
        for number, line in section:
            if all(any(form in line for form in forms[:exact]) for forms in quoted):
                return number
    return next((number for number, line in section if texts[0] in line), 0)
