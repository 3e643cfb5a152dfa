"""What names and attributes that are read stand for: code, a module's variable, or why nothing is known."""

from typing import NamedTuple

from analyzer.model.expression import Attribute
from analyzer.model.graph import Outcome
from analyzer.resolve.crowds import is_mixture
from analyzer.resolve.keys import key_of_value
from analyzer.resolve.program import Program
from analyzer.resolve.reasons import of_attribute, read
from analyzer.resolve.targets import targets_of
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Class, Function, Module, Value
from analyzer.resolve.variables import variable_behind

OUTSIDE: tuple[Outcome, ...] = ("third_party", "builtin")
"""The bare name of something outside counts where it is called or read from."""
KNOWN = frozenset([Function, Class, Bound])


class Meaning(NamedTuple):
    """What a used expression stands for: elements by key, or a module's variable; ``outcome`` None is not counted."""

    keys: tuple[str, ...]
    variable: tuple[Unit, str] | None
    outcome: Outcome | None


UNCOUNTED = Meaning((), None, None)


class Meanings:
    """Meanings as they are asked for; most uses share theirs with many others."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.code: dict[tuple[Value, ...], Meaning] = {}
        self.data: dict[tuple[tuple[Value, ...], str], Meaning] = {}  # by receivers and attribute
        self.outside: dict[Outcome | None, Meaning] = {outcome: Meaning((), None, outcome) for outcome in OUTSIDE}

    def of(self, unit: Unit, index: int) -> Meaning:
        """The meaning of expression ``index``."""
        program, expression = self.program, unit.table[index]
        values = program.values[unit.base + index]
        for value in values:
            if value.__class__ in KNOWN:
                return self._of_code(values)
        if expression.__class__ is Attribute:
            receivers = program.values[unit.base + expression.value]
            for value in receivers:
                if value.__class__ is Module:
                    break
            else:
                return self._of_attribute(unit, index, receivers)
        return self._of_name(unit, index)

    def _of_code(self, values: tuple[Value, ...]) -> Meaning:
        found = self.code.get(values)
        if found is None:
            keys = tuple(dict.fromkeys([key_of_value(value) for value in values if value.__class__ in KNOWN]))
            found = self.code[values] = Meaning(() if is_mixture(values) else keys, None, "resolved")
        return found

    def _of_attribute(self, unit: Unit, index: int, receivers: tuple[Value, ...]) -> Meaning:
        """What is read of anything but modules, and is no code."""
        values = self.program.values[unit.base + index]
        if values:
            for value in values:
                if value.__class__ is Module:
                    return UNCOUNTED
            outcome = targets_of(self.program, unit, unit.base + index).outcome
            if outcome in OUTSIDE:
                return self.outside[outcome]
        key = (receivers, unit.table[index].name)  # type: ignore[union-attr]
        found = self.data.get(key)
        if found is None:
            found = self.data[key] = Meaning((), None, of_attribute(*key))
        return found

    def _of_name(self, unit: Unit, index: int) -> Meaning:
        program = self.program
        variable = variable_behind(program, unit, index)
        if variable is not None:
            return Meaning((f"{variable[0].key}::{variable[1]}",), variable, "resolved")
        for value in program.values[unit.base + index]:
            if value.__class__ is Module:
                return UNCOUNTED
        outcome = targets_of(program, unit, unit.base + index).outcome
        if outcome not in OUTSIDE:
            outcome = read(program, unit, index)
        counted = outcome not in OUTSIDE or unit.table[index].__class__ is Attribute
        return Meaning((), None, outcome) if counted else UNCOUNTED
