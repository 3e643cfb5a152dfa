"""Settings that code reads by their name, and constants that are written down more than once."""

from collections import defaultdict

from analyzer.model.seams import SettingUse, Written
from analyzer.sever.configuration import names_code
from analyzer.sever.copies import MOST, Copies
from analyzer.sever.sides import Sides


def setting_uses(sides: Sides) -> tuple[SettingUse, ...]:
    """Each setting that code reads, but for those that name a class or module, or the target of a relation."""
    readers: dict[str, set[str]] = defaultdict(set)
    for one in sides.graph.setting_reads:
        if sides.is_code(one.element):
            readers[one.name].add(one.element)
    holders: dict[str, set[str]] = defaultdict(set)
    for setting in sides.graph.settings:
        holders[setting.name].add(setting.element)
    told = {one.name for one in sides.graph.settings if names_code(one)}
    told |= {one.target_text for one in sides.graph.relations}
    names = sorted(set(readers) - told)
    return tuple(SettingUse(name, tuple(sorted(holders[name])), tuple(sorted(readers[name]))) for name in names)


def written_copies(torn: Sides) -> tuple[tuple[Written, ...], ...]:
    """The constants that a few places write down; in a torn codebase every user is a service by itself."""
    copies = Copies(torn)
    found = (copies.by_name[name] for name in sorted(copies.by_name))
    return tuple(
        tuple(
            Written(one.written.element, one.written.file, tuple(sorted(copies.users[one.written.element].items())))
            for one in several
        )
        for several in found
        if 1 < len(several) <= MOST
    )
