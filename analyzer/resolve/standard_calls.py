"""Calls of the standard library's helpers that hand values on: itertools, collections, operator, contextlib, ..."""

from collections.abc import Callable

from analyzer.resolve.containers import made, spread, store
from analyzer.resolve.entering import ASYNC, PLAIN, enter
from analyzer.resolve.invoke import UNREPORTED, invoke
from analyzer.resolve.iteration import elements
from analyzer.resolve.pairing import rows
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.records import field_names
from analyzer.resolve.special_calls import react_to
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Builtin, Container, Getter, Node, Partial, RecordType

Standard = Callable[[Program, Unit, Node, Arguments], None]


def _chain(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """All items of all arguments; ``*rows`` stands for any number of arguments."""
    box = made(program, unit, node, "list")
    for position, argument in enumerate(given.positional):
        source = elements(program, unit, node, argument) if position in given.starred else argument
        store(program, box, None, elements(program, unit, node, source))


def _chain_rows(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``chain.from_iterable``: the items of the items."""
    box = made(program, unit, node, "list")
    inner = elements(program, unit, node, given.positional[0])
    store(program, box, None, elements(program, unit, node, inner))


def _items(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """Some of the items, or all of them in another order."""
    store(program, made(program, unit, node, "list"), None, elements(program, unit, node, given.positional[0]))


def _chosen(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``takewhile(test, items)``: the test is called with items."""
    if len(given.positional) > 1:
        items = elements(program, unit, node, given.positional[1])
        invoke(program, unit, node, given.positional[0], Arguments((items,)))
        store(program, made(program, unit, node, "list"), None, items)


def _copies(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``tee``: several iterators over the same."""
    store(program, made(program, unit, node, "tuple"), None, given.positional[0])


def _gathered(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``gather``: the results, which stand for their coroutines throughout."""
    box = made(program, unit, node, "tuple")
    for position, argument in enumerate(given.positional):
        store(program, box, None if position in given.starred else position, argument)


def _grouped(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``groupby(items, key)``: pairs of a key and a group of items."""
    items = elements(program, unit, node, given.positional[0])
    key = next((value for name, value in given.keywords if name == "key"), (*given.positional, 0)[1])
    row = Container("tuple", unit, program.new_node())
    store(program, row, 0, invoke(program, unit, node, key, Arguments((items,))) if key else items)
    group = program.new_node()
    store(program, made(program, unit, group, "list"), None, items)
    store(program, row, 1, group)
    rows(program, unit, node, row)


def _starmap(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``starmap(function, rows)``: every row is spread over the parameters."""
    if len(given.positional) > 1:
        row = elements(program, unit, node, given.positional[1])
        result = invoke(program, unit, node, given.positional[0], Arguments((row,), starred=(0,)))
        store(program, made(program, unit, node, "list"), None, result)


def _combinations(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``product`` and ``zip_longest`` take one item of each argument, ``combinations`` several of the first."""
    row = Container("tuple", unit, program.new_node())
    for position, argument in enumerate(given.positional):
        store(program, row, position, elements(program, unit, node, argument))
    rows(program, unit, node, row)


def _permutations(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    row = Container("tuple", unit, program.new_node())
    store(program, row, None, elements(program, unit, node, given.positional[0]))
    rows(program, unit, node, row)


def _reduce(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``reduce(function, items, initial)``: what the function gives is its first argument next time."""
    if len(given.positional) > 1:
        items = elements(program, unit, node, given.positional[1])
        for initial in given.positional[2:]:
            program.flow(initial, node)
        first = node if len(given.positional) > 2 else items  # noqa: PLR2004 - with an initial value
        program.flow(invoke(program, unit, node, given.positional[0], Arguments((first, items))), node)


def _default_dict(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """A dict that makes what is missing; a builtin factory is no call worth telling."""
    box = made(program, unit, node, "dict")
    box.origin = "collections.defaultdict"
    for argument in given.positional[:1]:
        plain = any(isinstance(value, Builtin) for value in program.values[argument])
        store(program, box, None, invoke(program, unit, UNREPORTED if plain else node, argument))
    for argument in given.positional[1:]:
        spread(program, argument, box)


def _collection(kind: str, origin: str) -> Standard:
    def make(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
        box = made(program, unit, node, kind)
        box.origin = origin
        for argument in given.positional[:1]:
            spread(program, argument, box)
        for name, argument in given.keywords:
            if kind == "dict":
                store(program, box, name, argument)

    return make


def _reference(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """A weak reference: calling it gives the object."""
    box = made(program, unit, node, "reference")
    box.origin = ""
    store(program, box, None, given.positional[0])


def _closing(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """A context manager that gives what it was given."""
    _reference(program, unit, node, given)


def _getter(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    program.grow(node, (Getter(given.positional[0]),))


def _caller(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    program.grow(node, (Getter(given.positional[0], Arguments(given.positional[1:], given.keywords)),))


def _enter(methods: tuple[str, str]) -> Standard:
    def make(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
        source = given.positional[0]

        def react(place: Node) -> None:
            values = program.values[source]
            for value in values[program.handled[place] :]:
                enter(program, unit, node, value, methods)
            program.handled[place] = len(values)

        react_to(program, source, react)

    return make


def _completed(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    program.grow(node, (Partial(given.positional[0], given.positional[1:], given.keywords),))


def _method(program: Program, unit: Unit, node: Node, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    partial = Partial(given.positional[0], given.positional[1:], given.keywords)
    partial.is_method = True
    program.grow(node, (partial,))


def _record_type(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``namedtuple("Point", "x y")`` or with a list of names."""
    fields = field_names(unit, given.positional[1] - unit.base) if len(given.positional) > 1 else ()
    program.grow(node, (RecordType(fields) if fields else program.outside("collections.namedtuple"),))


COLLECTIONS: dict[str, Standard] = {
    "collections.defaultdict": _default_dict,
    "collections.deque": _collection("list", "collections.deque"),
    "collections.OrderedDict": _collection("dict", "collections.OrderedDict"),
    "weakref.WeakSet": _collection("set", "weakref.WeakSet"),
    "weakref.WeakValueDictionary": _collection("dict", "weakref.WeakValueDictionary"),
    "weakref.WeakKeyDictionary": _collection("dict", "weakref.WeakKeyDictionary"),
    "queue.Queue": _collection("list", "queue.Queue"),
    "asyncio.Queue": _collection("list", "asyncio.Queue"),
}
STANDARD: dict[str, Standard] = {
    **COLLECTIONS,
    "collections.namedtuple": _record_type,
    "functools.partial": _completed,
    "functools.partialmethod": _method,
    "functools.reduce": _reduce,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chain_rows,
    "itertools.islice": _items,
    "itertools.cycle": _items,
    "itertools.accumulate": _items,
    "itertools.compress": _items,
    "itertools.takewhile": _chosen,
    "itertools.dropwhile": _chosen,
    "itertools.filterfalse": _chosen,
    "itertools.tee": _copies,
    "itertools.groupby": _grouped,
    "itertools.starmap": _starmap,
    "itertools.product": _combinations,
    "itertools.zip_longest": _combinations,
    "itertools.combinations": _permutations,
    "itertools.permutations": _permutations,
    "asyncio.gather": _gathered,
    "weakref.ref": _reference,
    "weakref.WeakMethod": _reference,
    "contextlib.closing": _closing,
    "contextlib.aclosing": _closing,
    "contextlib.nullcontext": _closing,
    "contextlib.ExitStack.enter_context": _enter(PLAIN),
    "contextlib.AsyncExitStack.enter_context": _enter(PLAIN),
    "contextlib.AsyncExitStack.enter_async_context": _enter(ASYNC),
    "operator.attrgetter": _getter,
    "operator.methodcaller": _caller,
}
