"""What the page needs beside the links to count again what an edited cut cuts through."""

from typing import Any

from analyzer.model.crossings import Touching, touching
from analyzer.model.graph import Graph

APART = ("instances", "checks")
"""Counted by service and element: these records carry a number for the element, the others only its unit."""


def touched_columns(graph: Graph, units: dict[str, int]) -> dict[str, Any]:
    """By rule of ``analyzer.model.crossings``: ``[unit, units it needs beside it]``, or ``[unit, number, unit]``.

    -1 is an element that takes no part in the cut; records without anything that takes part are left out.
    """
    found = touching(graph)
    return {name: _numbered(rows, units) if name in APART else _grouped(rows, units) for name, rows in found.items()}


def _grouped(rows: tuple[Touching, ...], units: dict[str, int]) -> list[list[Any]]:
    ends = ((one, [units[key] for key in others if key in units]) for one, others in rows)
    return [[units.get(one, -1), others] for one, others in ends if others]


def _numbered(rows: tuple[Touching, ...], units: dict[str, int]) -> list[list[int]]:
    number: dict[str, int] = {}
    return [
        [units[one], number.setdefault(other, len(number)), units[other]]
        for one, (other,) in rows
        if one in units and other in units
    ]
