"""Code loaded by a string at a call: the call stands for the class, function or module that the string names."""

from analyzer.model.framework import NamedCode
from analyzer.resolve.named import find_named
from analyzer.resolve.program import Program


def connect_loaded(program: Program) -> None:
    """Give every loader's call the code it loads, where a literal names it and the codebase has it."""
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, NamedCode) and fact.value:
                found = find_named(program, unit, fact.text) or program.classes.find(fact.text, unit)
                if found is not None:
                    program.grow(unit.base + fact.value, (found,))
