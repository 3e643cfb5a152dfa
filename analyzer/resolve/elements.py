"""Elements: what can be placed, from the scopes of all files."""

from analyzer.model.expression import Index
from analyzer.model.graph import Table
from analyzer.model.resolution import ResolvedElement
from analyzer.resolve.keys import key_of
from analyzer.resolve.tables import Tables
from analyzer.resolve.unit import Unit


def elements_of(units: list[Unit], variables: list[tuple[Unit, str]], tables: Tables) -> list[ResolvedElement]:
    """Modules, classes, functions and the variables that somebody uses; one a qualified name."""
    found: dict[str, ResolvedElement] = {}
    for unit in units:
        for index, scope in enumerate(unit.facts.scopes):
            if scope.kind != "lambda" and "<lambda" not in scope.qualified:
                element = _scope_element(unit, index)
                found.setdefault(element.key, element)
    for unit, name in variables:
        element = _variable_element(unit, name)
        found.setdefault(element.key, element)
    for table in tables.by_key.values():
        found[table.key] = _table_element(table)
    return [found[key] for key in sorted(found)]


def _table_element(table: Table) -> ResolvedElement:
    return ResolvedElement(
        key=table.key,
        kind="table",
        module=table.module if table.element else "",
        name=table.name,
        parent="",
        file=table.file,
        line=table.line,
        end_line=table.line,
        lines=0,
        role="code",
    )


def _scope_element(unit: Unit, index: Index) -> ResolvedElement:
    scope = unit.facts.scopes[index]
    lines = unit.facts.lines if index == 0 else scope.end_line - scope.line + 1
    return ResolvedElement(
        key=key_of(unit, index),
        kind=scope.kind,
        module=unit.name,
        name=scope.qualified or unit.name,
        parent="" if index == 0 else key_of(unit, scope.parent),
        file=unit.key,
        line=1 if index == 0 else scope.line,
        end_line=unit.facts.lines if index == 0 else scope.end_line,
        lines=lines,
        role=unit.facts.source.role,
        words=scope.words,
    )


def _variable_element(unit: Unit, name: str) -> ResolvedElement:
    line = next((line for bound, _, line in unit.facts.scopes[0].bindings if bound == name), 0)
    return ResolvedElement(
        key=f"{unit.key}::{name}",
        kind="variable",
        module=unit.name,
        name=name,
        parent=unit.key,
        file=unit.key,
        line=line,
        end_line=line,
        lines=1,
        role=unit.facts.source.role,
    )
