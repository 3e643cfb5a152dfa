"""Breaks that one decision heals: helpers of one module that any process can run."""

from collections import defaultdict

from msgspec.structs import replace

from analyzer.model.breaks import Break

LEAST = 3
"""Breaks from which on it is worth saying that they belong together."""


def gathered(found: list[Break]) -> list[Break]:
    """The same breaks; those that lead to a library say how many others lead to helpers of the same module."""
    by_module: dict[str, list[Break]] = defaultdict(list)
    for one in found:
        if one.remedy.kind == "shared_library":
            by_module[one.target.partition("::")[0]].append(one)
    common = [module for module, own in by_module.items() if len({one.source_service for one in own}) > 1]
    told = {
        one.key: _said(module, by_module[module])
        for module in common
        if len(by_module[module]) >= LEAST
        for one in by_module[module]
    }
    return [replace(one, facts=(*one.facts, told[one.key])) if one.key in told else one for one in found]


def _said(module: str, own: list[Break]) -> tuple[str, str]:
    helpers = len({one.target for one in own})
    what = f"{helpers} helpers" if helpers > 1 else "the helper"
    places = sum(len(one.occurrences) for one in own)
    return "one decision", f"{what} of {module}: {len(own)} breaks in {places} places"
