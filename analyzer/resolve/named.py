"""Code named by a string: a dotted module, or something inside one."""

from analyzer.resolve.names import member
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function, Module, Value


def find_named(program: Program, unit: Unit, text: str) -> Value | None:
    """The module, class or function that ``text`` ("a.b.C", "a.b:C", "a.b.C.method") names; None when none."""
    steps = text.replace(":", ".").split(".")
    if not all(step.isidentifier() for step in steps):
        return None
    for length in range(len(steps), 0, -1):
        target = program.modules.find(".".join(steps[:length]), unit)
        if target is not None:
            return _inside(program, target, steps[length:])
    return None


def _inside(program: Program, target: Unit, steps: list[str]) -> Value | None:
    found: Value = target.module
    for step in steps:
        if isinstance(found, Module):
            sources, value = member(program, found.unit, step)
            values = [value] if value is not None else [held for node in sources for held in program.values[node]]
        elif isinstance(found, Class):
            node = next((each.attributes[step] for each in found.order if step in each.attributes), 0)
            values = list(program.values[node]) if node else []
        else:
            return found
        chosen = next((held for held in values if isinstance(held, Function | Class | Module)), None)
        if chosen is None:
            return found if found is not target.module else None
        found = chosen
    return found
