"""Ways in and out: what is started from outside, and requests to other processes, led to an own route that fits."""

import re
from collections.abc import Iterator, Sequence

from analyzer.model.doors import Entry, Request
from analyzer.model.framework import EntryPoint, HttpCallFact, SettingFact
from analyzer.model.graph import Route
from analyzer.model.resolution import ResolvedLink
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.named import find_named
from analyzer.resolve.origins import undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function

_SCHEME = re.compile(r"https?://([^/{}]*)")
_HERE = frozenset(["localhost", "127.0.0.1", "0.0.0.0", "testserver", ""])  # noqa: S104 - nothing is bound to it
_OPEN = re.compile(r"[<{(:*]")  # a step of a route that any text may fill
_GUESS = 0.5
"""How sure a request is about an own route of that path: a base address kept elsewhere may be anybody's."""


def entries_of(program: Program) -> tuple[Entry, ...]:
    """Each entry point once, sorted; what names no code of the codebase stands for the place that names it.

    Code that a setting names is loaded and called by a framework: middleware, backends, context processors.
    """
    found: dict[Entry, None] = {}
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, EntryPoint):
                key = _started(program, unit, fact)
                if key:
                    found[Entry(key, fact.what, fact.label, unit.key, fact.line)] = None
            elif isinstance(fact, SettingFact):
                for text in fact.strings:
                    named = find_named(program, unit, text)
                    if isinstance(named, Function | Class):
                        found[Entry(key_of_value(named), fact.name, "setting", unit.key, fact.line)] = None
    return tuple(sorted(found))


def _started(program: Program, unit: Unit, fact: EntryPoint) -> str:
    if fact.target_text:
        named = find_named(program, unit, fact.target_text)
        return key_of_value(named) if named is not None else ""
    written = undecorated(program, unit, fact.target) if fact.target else None
    held = [written] if written is not None else program.values[unit.base + fact.target] if fact.target else ()
    keys = [key for key in map(key_of_value, held) if key]
    return keys[0] if keys else key_of(unit, fact.function)


def requests_of(program: Program, routes: Sequence[Route]) -> tuple[Request, ...]:
    """Each request, with the code of the codebase that answers it where exactly one route fits."""
    doors = [(_steps(route.path), route) for route in routes]
    found: dict[Request, None] = {}
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, HttpCallFact):
                answered = _answered(doors, fact)
                place = (key_of(unit, fact.scope), fact.method, fact.url, unit.key, fact.line, fact.label)
                found[Request(*place, fact.in_loop, answered)] = None
    return tuple(sorted(found))


def request_links(requests: Sequence[Request]) -> Iterator[ResolvedLink]:
    """A request to an own route ties its code to the code that answers."""
    for one in requests:
        if one.answered_by:
            detail = f"http {one.method} {one.url}"
            yield ResolvedLink(
                one.element, one.answered_by, "reference", one.file, one.line, _GUESS, one.in_loop, detail
            )


def _answered(doors: list[tuple[list[str], Route]], fact: HttpCallFact) -> str:
    steps = _steps(_own_path(fact.url))
    if not any(step and not _OPEN.search(step) for step in steps):
        return ""  # nothing but open steps fits everywhere
    keys = {
        route.element
        for path, route in doors
        if _fits(path, steps) and (not route.methods or not fact.method or fact.method in route.methods)
    }
    return next(iter(keys)) if len(keys) == 1 else ""


def _own_path(url: str) -> str:
    """The path of an address that can be our own; "" when it names a host elsewhere."""
    match = _SCHEME.match(url)
    if match is not None:
        host = match.group(1).partition(":")[0]
        return url[match.end() :].removeprefix("{}") if host in _HERE else ""
    rest = url.removeprefix("{}")
    return rest if rest.startswith("/") else ""


def _steps(path: str) -> list[str]:
    return path.partition("?")[0].strip("/").split("/")


def _fits(route: list[str], steps: list[str]) -> bool:
    if len(route) != len(steps):
        return False
    return all(bool(_OPEN.search(mine)) or mine == asked for mine, asked in zip(route, steps, strict=True))
