"""Named settings, decisions by who is asking, and code named by strings."""

from analyzer.model.framework import ConstantFact, NamedCode, PermissionFact, SettingFact, SettingUse
from analyzer.model.graph import Permission, Setting, SettingRead
from analyzer.model.resolution import ResolvedLink
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.named import find_named
from analyzer.resolve.people import class_of_people
from analyzer.resolve.program import Program
from analyzer.resolve.tables import Tables
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Instance, Module


class Configuration:
    """Settings and the links to them; ``variables`` are the ones that need an element."""

    def __init__(self) -> None:
        self.settings: dict[Setting, None] = {}
        self.constants: dict[Setting, None] = {}
        self.reads: dict[SettingRead, None] = {}
        self.links: list[ResolvedLink] = []
        self.variables: dict[tuple[Unit, str], None] = {}


def configuration_of(program: Program) -> Configuration:
    """All settings, a link from every use of one and from every string that names code."""
    found = Configuration()
    homes: dict[str, tuple[Unit, str]] = {}
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, SettingFact):
                found.settings[Setting(fact.name, f"{unit.key}::{fact.name}", fact.value, unit.key, fact.line)] = None
                homes.setdefault(fact.name, (unit, fact.name))
                found.variables[unit, fact.name] = None
            elif isinstance(fact, ConstantFact):
                element = f"{unit.key}::{fact.holder or fact.name}"
                found.constants[Setting(fact.name, element, fact.value, unit.key, fact.line)] = None
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, SettingUse) and fact.name:
                read = SettingRead(fact.name, key_of(unit, fact.scope), unit.key, fact.line, fact.default)
                found.reads[read] = None
                if fact.name not in homes:
                    continue
                home, name = homes[fact.name]
                link = ResolvedLink(key_of(unit, fact.scope), f"{home.key}::{name}", "reference", unit.key, fact.line)
                found.links.append(link)
            elif isinstance(fact, NamedCode):
                _named(program, unit, fact, found)
    return found


def _named(program: Program, unit: Unit, fact: NamedCode, found: Configuration) -> None:
    value = find_named(program, unit, fact.text)
    if value is None and fact.text.count(".") == 1 and fact.text.replace(".", "").isidentifier():
        value = program.classes.find(fact.text, unit)
    if value is None:
        return
    source, target = key_of(unit, fact.scope), key_of_value(value)
    kind = "import" if isinstance(value, Module) else "call" if fact.calls else "reference"
    if target and target != unit.key:
        detail = "dynamic" if kind != "call" else ""
        found.links.append(ResolvedLink(source, target, kind, unit.key, fact.line, 1.0, detail=detail))


def permissions_of(program: Program, tables: Tables) -> tuple[Permission, ...]:
    """Places that decide by who is asking, with the table of the people when it is one of the codebase."""
    kind_of_people = class_of_people(program)
    people = tables.of_class.get(kind_of_people, "") if kind_of_people is not None else ""
    found: dict[Permission, None] = {}
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, PermissionFact):
                table = people
                for value in program.values[unit.base + fact.target] if fact.target else ():
                    kind = value.type if isinstance(value, Instance) else value
                    if isinstance(kind, Class) and tables.of_class.get(kind):
                        table = tables.of_class[kind]
                found[Permission(key_of(unit, fact.scope), fact.what, unit.key, fact.line, table)] = None
    return tuple(sorted(found, key=lambda one: (one.file, one.line, one.element, one.what)))
