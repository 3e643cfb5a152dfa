"""Annotations: from a type expression to the values it promises."""

from analyzer.model.expression import Constant, Operation, Sequence, Subscript
from analyzer.resolve.containers import store
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Builtin, Class, Container, Node, Outside, Value

LISTS = frozenset(
    [
        "List",
        "list",
        "Sequence",
        "MutableSequence",
        "Iterable",
        "Iterator",
        "Set",
        "set",
        "FrozenSet",
        "frozenset",
        "AbstractSet",
        "MutableSet",
        "Collection",
        "Generator",
        "AsyncIterator",
        "AsyncIterable",
        "AsyncGenerator",
        "Deque",
        "deque",
        "Tuple",
        "tuple",
        "QuerySet",
    ]
)
DICTS = frozenset(["Dict", "dict", "Mapping", "MutableMapping", "DefaultDict", "defaultdict", "OrderedDict"])
WRAPPERS = frozenset(
    [
        "Optional",
        "Union",
        "Annotated",
        "Final",
        "ClassVar",
        "Awaitable",
        "Coroutine",
        "Required",
        "NotRequired",
        "ReadOnly",
    ]
)
TYPES = frozenset(["Type", "type"])
REFERENCES = frozenset(["ReferenceType"])
PLAIN = frozenset(["str", "int", "float", "bool", "bytes", "complex", "object"])
TYPING = ("typing.", "typing_extensions.", "collections.abc.", "collections.")


def annotated(program: Program, unit: Unit, index: int) -> Node:
    """The node of the instances that the annotation ``index`` promises."""
    key = unit.base + index
    node = program.annotations.get(key)
    if node is None:
        node = program.annotations[key] = program.new_node()
        _promise(program, unit, index, node)
    return node


def _promise(program: Program, unit: Unit, index: int, node: Node) -> None:
    expression = unit.table[index]
    if isinstance(expression, Subscript):
        _generic(program, unit, expression, node)
    elif isinstance(expression, Operation):
        for part in _operands(unit, index):
            program.flow(annotated(program, unit, part), node)
    elif not isinstance(expression, Constant):
        source = unit.base + index

        def react(place: Node) -> None:
            values = program.values[source]
            for value in values[program.handled[place] :]:
                made = instance_of(program, value)
                if made is not None:
                    program.grow(place, (made,))
            program.handled[place] = len(values)

        program.reactions[node] = react
        program.watch(source, node)
        react(node)


def _operands(unit: Unit, index: int) -> list[int]:
    """What ``A | B | C`` joins, from left to right; generated code joins more than a stack is deep."""
    found: list[int] = []
    waiting = [index]
    while waiting:
        expression = unit.table[waiting[-1]]
        if isinstance(expression, Operation):
            waiting[-1:] = [expression.right, expression.left]
        else:
            found.append(waiting.pop())
    return found


def instance_of(program: Program, value: Value) -> Value | None:
    """What an instance of a type is."""
    if isinstance(value, Class):
        return value.instance
    if isinstance(value, Builtin) and value.name in PLAIN and value.name != "object":
        return program.plain(value.name)
    if isinstance(value, Builtin) and value.name in ("dict", "list"):
        return program.plain(value.name)
    if isinstance(value, Outside) and not value.name.startswith(TYPING):
        return value
    return None


def _generic(program: Program, unit: Unit, expression: Subscript, node: Node) -> None:
    name = _type_name(program, unit, expression.value)
    inner = unit.table[expression.key]
    arguments = inner.items if isinstance(inner, Sequence) else (expression.key,)
    if not arguments:
        return
    if name in WRAPPERS:
        chosen = arguments[-1:] if name == "Coroutine" else arguments[:1] if name == "Annotated" else arguments
        for argument in chosen:
            program.flow(annotated(program, unit, argument), node)
    elif name in LISTS or name in DICTS:
        box = Container(name.lower() if name.lower() in ("tuple", "dict", "set") else "list", unit, program.new_node())
        last = arguments[-1] if name in DICTS else arguments[0]
        exact = name.lower() == "tuple"
        for position, argument in enumerate(arguments if exact else (last,)):
            store(program, box, position if exact else None, annotated(program, unit, argument))
        program.grow(node, (box,))
    elif name in TYPES:
        _take_types(program, unit.base + arguments[0], node)
    elif name in REFERENCES:
        reference = Container("reference", unit, program.new_node())
        reference.origin = ""
        store(program, reference, None, annotated(program, unit, arguments[0]))
        program.grow(node, (reference,))
    elif name not in ("Callable", "Literal"):
        program.flow(annotated(program, unit, _subscripted(unit, expression)), node)


def _take_types(program: Program, source: Node, node: Node) -> None:
    """``Type[T]`` is the class itself; a type variable is none."""
    place = program.new_node()

    def react(_place: Node) -> None:
        for value in program.values[source]:
            if not isinstance(value, Outside) or not value.name.startswith(TYPING):
                program.grow(node, (value,))

    program.reactions[place] = react
    program.watch(source, place)
    react(place)


def _subscripted(unit: Unit, expression: Subscript) -> int:
    """The innermost A of ``A[x][y]``."""
    index = expression.value
    while isinstance(inner := unit.table[index], Subscript):
        index = inner.value
    return index


def _type_name(program: Program, unit: Unit, index: int) -> str:
    for value in program.values[unit.base + index]:
        if isinstance(value, Outside | Builtin):
            return value.name.rpartition(".")[2]
    return ""
