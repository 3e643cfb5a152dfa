"""Settings and variables of the environment that code of several services reads by their name."""

import re
from collections import defaultdict
from collections.abc import Iterable

from analyzer.model.breaks import Break, Occurrence, Remedy
from analyzer.model.graph import Setting, SettingRead
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides
from analyzer.sever.users import users_of

CODE = re.compile(r"""["']\w+(\.\w+)+["']""")
"""A value that names one class or module: what is done with that has breaks of its own."""


def severed_settings(sides: Sides) -> Iterable[Break]:
    """One break for each setting that several services read, also through shared code.

    A setting that belongs to one of the services is told like any other constant of it.
    """
    users = users_of(sides)
    by_name: dict[str, list[SettingRead]] = defaultdict(list)
    for one in sides.graph.setting_reads:
        by_name[one.name].append(one)
    written: dict[str, list[Setting]] = defaultdict(list)
    for setting in sides.graph.settings:
        written[setting.name].append(setting)
    named = {one.target_text for one in sides.graph.relations}  # a relation has a break of its own
    for name in sorted(by_name.keys() - named):
        places: dict[str, set[Occurrence]] = defaultdict(set)
        for one in by_name[name]:
            for use in users.of([(one.element, one.file, one.line)], nearest=True):
                more = (one.name, False, one.default + use.through)
                places[sides.service(use.element)].add(sides.place(use.element, use.file, use.line, more))
        if len(places) > 1 and not any(names_code(one) or sides.service(one.element) for one in written[name]):
            defaults = {one.default for one in by_name[name] if one.default and sides.is_code(one.element)}
            yield _setting_break(sides, name, places, (written[name], sorted(defaults)))


def names_code(setting: Setting) -> bool:
    """Whether the value names a class or module."""
    return CODE.fullmatch(setting.value) is not None


def _setting_break(
    sides: Sides, name: str, places: dict[str, set[Occurrence]], known: tuple[list[Setting], list[str]]
) -> Break:
    written, defaults = known
    most = sorted(places, key=lambda service: (-len(places[service]), service))
    found = tuple(sorted(place for service in most for place in places[service]))
    homes = [one.element for one in written if one.element in sides.kind]
    drift = defaults if len(defaults) > 1 else []
    return Break(
        key=f"shared_constant:{name}",
        kind="shared_constant",
        source=next(place.element for place in found if sides.service(place.element) == most[1]),
        target=homes[0] if homes else min(places[most[0]]).element,
        source_service=most[1],
        target_service=most[0],
        occurrences=found,
        remedy=_remedy(name, [spoken(service) for service in sorted(places)], drift),
        detail=f"{', '.join(spoken(service) for service in sorted(places))} read the setting {name}",
        facts=(
            ("services", ", ".join(sorted(places))),
            *(("value", f"{one.value} in {one.file}:{one.line}") for one in written),
            *(("drift", f"default {one}") for one in drift),
        ),
    )


def _remedy(name: str, services: list[str], drift: list[str]) -> Remedy:
    who = f"{', '.join(services[:-1])} and {services[-1]}"
    if drift:
        return Remedy(
            kind="copy_setting",
            title="Decide which default is right, then give each service its own setting",
            reason=f"{who} read {name}, with the defaults {' and '.join(drift)}: copies drift.",
            automation="decision",
            loss="A later change must reach each service's configuration.",
            steps=("decide whether both mean the same", "set it in the configuration of each service"),
        )
    return Remedy(
        kind="copy_setting",
        title="Copy the setting to each service's configuration",
        reason=f"{who} read {name} from one place; each service will have a configuration of its own.",
        automation="with_loss",
        loss="A later change must reach each service's configuration.",
        steps=(f"set {name} in the configuration of each service", "compare them when a service is deployed"),
    )
