"""Text put together from parts: exactly where all parts are known, else its beginning and its end."""

import re

from analyzer.model.expression import Element
from analyzer.resolve.containers import made, store
from analyzer.resolve.crowds import MANY, WIDEST_TABLE
from analyzer.resolve.program import Program
from analyzer.resolve.special_calls import react_to
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Container, Instance, Literal, Method, Module, Node, Pattern, Plain, Value

MOST_NAMES = 12  # names a pattern may mean; more say only that nobody knows (as for the targets of one call)
TELLING = 3  # letters of a beginning or an end by which a whole family of methods is named: visit_, do_, _cmd

_PLACE = re.compile(r"\{\w*\}")
_STRIPS: tuple[tuple[type, ...], ...] = ((), (str,))
CHANGES: dict[str, tuple[tuple[type, ...], ...]] = {
    **dict.fromkeys(["lower", "upper", "title", "capitalize"], ((),)),
    **dict.fromkeys(["strip", "lstrip", "rstrip"], _STRIPS),
    "replace": ((str, str),),
}
"""Methods that give another text, with the types of the arguments they can be called with."""

CUTS: dict[str, tuple[tuple[type, ...], ...]] = {
    **dict.fromkeys(["split", "rsplit"], ((str,), (str, int))),
    **dict.fromkeys(["partition", "rpartition"], ((str,),)),
}
_ONE_PLACE = 2  # the text before it and the text behind it


def joined(program: Program, node: Node, left: Node, right: Node) -> None:
    """``left + right`` for every pair of texts that is known."""
    for first in program.values[left]:
        for second in program.values[right]:
            if isinstance(first, Literal) and isinstance(second, Literal):
                program.grow(node, (program.literal("str", _formatted(first, second)),))


def fill_in(program: Program, node: Node, template: Literal, arguments: tuple[Node, ...]) -> None:
    """``"load_{}".format(name)``: one place to fill in a text that may be a name; any other text is just text."""
    parts = _PLACE.split(str(template.value))
    if len(parts) != _ONE_PLACE or len(arguments) != 1 or not "".join(parts).replace(".", "_").isidentifier():
        program.grow(node, (program.plain("str"),))
        return
    source = arguments[0]

    def react(_place: Node) -> None:
        known = [str(value.value) for value in program.values[source] if isinstance(value, Literal)]
        for text in known:
            program.grow(node, (program.literal("str", text.join(parts)),))
        if not known:
            program.grow(node, (_pattern(program, parts[0], parts[1]),))

    react_to(program, source, react)


def _pattern(program: Program, prefix: str, suffix: str) -> Pattern:
    """The one value for text of which the beginning and the end are known."""
    key = (prefix, suffix)
    value = program.patterns.get(key)
    if value is None:
        value = program.patterns[key] = Pattern(prefix, suffix)
    return value


def change(program: Program, node: Node, method: Method, arguments: tuple[Node, ...]) -> None:
    """A method of text that is known: the text it gives, or its parts."""
    text, name = method.receiver, method.name
    given = _given(program, arguments)
    if tuple([each.__class__ for each in given]) in CHANGES.get(name, ()) and len(given) == len(arguments):
        if isinstance(text, Pattern):
            ends = [getattr(end, name)(*given) for end in (text.prefix, text.suffix)]
            program.grow(node, (_pattern(program, ends[0], ends[1]),))
            return
        if isinstance(text, Literal) and isinstance(text.value, str):
            program.grow(node, (program.literal("str", getattr(text.value, name)(*given)),))
            return
    program.grow(node, (program.plain("str"),))


def _given(program: Program, arguments: tuple[Node, ...]) -> list[str | int]:
    return [held.value for place in arguments for held in program.values[place][:1] if isinstance(held, Literal)]


def cut(program: Program, unit: Unit, node: Node, method: Method, arguments: tuple[Node, ...]) -> bool:
    """``"a.b.C".rsplit(".", 1)``: the parts by position; False where they are not known."""
    text, given = method.receiver, _given(program, arguments)
    kinds = tuple([each.__class__ for each in given])
    if not isinstance(text, Literal) or not isinstance(text.value, str) or kinds not in CUTS.get(method.name, ()):
        return False
    if not given[0]:
        return False
    box = made(program, unit, node, "list")
    for position, piece in enumerate(getattr(text.value, method.name)(*given)):
        place = program.new_node()
        program.grow(place, (program.literal("str", piece),))
        store(program, box, position, place)
    return True


def _formatted(first: Literal, second: Literal) -> str:
    text = str(first.value)
    return text.replace("%s", str(second.value), 1) if "%s" in text else text + str(second.value)


def partly_known(program: Program, node: Node, left: Node, right: Node) -> None:
    """What can be said where not all parts are known."""
    starts = _ends(program, left, last=False)
    stops = _ends(program, right, last=True)
    for start in starts or ("",):
        head, mark, tail = start.partition("%s")
        for stop in stops or ("",):
            if head or tail or stop:
                program.grow(node, (_pattern(program, head, tail if mark else stop),))


def _ends(program: Program, source: Node, *, last: bool) -> list[str]:
    found: list[str] = []
    for value in program.values[source]:
        if isinstance(value, Literal):
            found.append(str(value.value))
        elif isinstance(value, Pattern):
            found.append(value.suffix if last else value.prefix)
    return found[:MANY]


def only_text(program: Program, node: Node) -> str:
    """The text that a node holds, whatever else it may be; "" where it holds none or several."""
    texts = {str(value.value) for value in program.values[node] if isinstance(value, Literal)}
    return texts.pop() if len(texts) == 1 else ""


def texts_at(program: Program, node: Node) -> list[Literal]:
    """The texts that a node holds; of a loop over more than are told apart there, all that are written down."""
    found = [value for value in program.values[node] if isinstance(value, Literal)]
    if found or node >= program.size:
        return found
    unit = program.modules.unit_at(node)
    expression = unit.table[node - unit.base]
    if isinstance(expression, Element) and expression.value:
        for value in program.values[unit.base + expression.value]:
            if isinstance(value, Container) and value.items:
                for place in list(value.items.values())[:WIDEST_TABLE]:
                    found += [held for held in program.values[place] if isinstance(held, Literal)]
    return found


def names_like(value: Value, pattern: Pattern) -> list[str]:
    """The attributes of ``value`` that the pattern can mean, sorted; none when they are too many to tell."""
    names: set[str] = set()
    if isinstance(value, Instance | Class):
        kind = value.type if isinstance(value, Instance) else value
        names = {name for member in kind.order for name in member.attributes}
    elif isinstance(value, Module):
        names = set(value.unit.bindings[0])
    shortest = len(pattern.prefix) + len(pattern.suffix)
    found = [
        name
        for name in names
        if len(name) > shortest and name.startswith(pattern.prefix) and name.endswith(pattern.suffix)
    ]
    most = WIDEST_TABLE if shortest >= TELLING and not isinstance(value, Module) else MOST_NAMES
    return sorted(found) if len(found) <= most else []


def is_text(value: Value) -> bool:
    """Text of any kind."""
    return isinstance(value, Plain) and value.type == "str"
