"""Methods that nobody is seen to call: whoever does has an instance of the class, or of one that inherits them."""

from analyzer.resolve.classes import descendants
from analyzer.resolve.crowds import FEW
from analyzer.resolve.program import Program
from analyzer.resolve.values import Class, Function


def connect_heirs(program: Program) -> None:
    """Their ``self`` is an instance of each derived class that is constructed and has the method from here."""
    called = {function for _, function in program.entered}
    for unit in program.units:
        for kind in unit.scopes:
            if isinstance(kind, Class) and kind.children:
                heirs = [heir for heir in descendants(kind)[1:] if heir in program.constructed]
                if 0 < len(heirs) <= FEW:
                    _share(program, kind, heirs, called)


def _share(program: Program, kind: Class, heirs: list[Class], called: set[Function]) -> None:
    for name, node in kind.attributes.items():
        for value in program.values[node]:
            if isinstance(value, Function) and value not in called and value.owner is kind and value.scope.parameters:
                inherits = [heir.instance for heir in heirs if _defined_by(heir, name) is kind]
                if value.binding == "instance" and inherits:
                    program.grow(value.unit.base + value.scope.first, tuple(inherits))


def _defined_by(heir: Class, name: str) -> Class | None:
    return next((member for member in heir.order if name in member.attributes), None)
