"""The whole program while it is being resolved: which values every node holds, and who must hear of new ones."""

from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

from analyzer.resolve.crowds import CLOSED, MANY, WIDEST, beside_crowd, beside_many, blurred, narrowed
from analyzer.resolve.invocation import Invocation
from analyzer.resolve.knowledge import Knowledge
from analyzer.resolve.mapped import ClassIndex
from analyzer.resolve.modules import Modules
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Builtin,
    Class,
    Function,
    Literal,
    Method,
    Node,
    Outside,
    Pattern,
    Plain,
    Rows,
    Value,
)

DEEPEST = 8  # steps of a dotted outside name; longer ones come from loops that walk a structure
EMPTY: tuple[Value, ...] = ()
BLOCK = 4096  # nodes that are made room for at once: one by one took longer than what they are for


class Arguments:
    """What a call is given: nodes by position and by name; ``starred`` are the positions of ``*arguments``.

    ``partials`` counts the ``functools.partial`` objects that the call has come through.
    """

    __slots__ = ("decorates", "keywords", "partials", "positional", "starred")

    def __init__(
        self,
        positional: tuple[Node, ...],
        keywords: tuple[tuple[str, Node], ...] = (),
        starred: tuple[int, ...] = (),
        *,
        decorates: bool = False,
        partials: int = 0,
    ) -> None:
        self.positional = positional
        self.keywords = keywords
        self.starred = starred
        self.decorates = decorates
        self.partials = partials


class Program:
    """Nodes below ``size`` are expressions of files; above come attributes, items and implicit calls."""

    def __init__(self, units: list[Unit], modules: Modules, knowledge: Knowledge) -> None:  # noqa: PLR0915 - one line a table
        self.units = units
        self.modules = modules
        self.knowledge = knowledge
        self.classes = ClassIndex(units, knowledge)
        self.size = units[-1].base + len(units[-1].table) if units else 0
        self.top = self.size  # the next node to give out; all lists by node are longer, as they grow in blocks
        self.values: list[tuple[Value, ...]] = [EMPTY] * self.size
        self.handled = bytearray(self.size)  # how many values of its operand a node has dealt with
        self.flows: list[Node | list[Node] | None] = [None] * self.size  # by node, as neighbours are asked together
        self.readers: list[Node | list[Node] | None] = [None] * self.size
        self.reactions: list[Unit | Callable[[Node], None] | None] = []  # what brings a node up to date
        for unit in units:
            self.reactions += [unit] * len(unit.table)  # for expressions, their kind does
        self.queue: deque[Node] = deque()
        self.waiting = bytearray(self.size)
        self.crowded = bytearray(self.size)  # 1: takes no more instances and containers, CLOSED: nothing more
        self.told = bytearray(self.size)  # how many of its values a node has handed on
        self.fresh: deque[Node] = deque()  # nodes to evaluate for the first time
        self.spreading = 0  # displays that are being filled from others right now, one inside another
        self.late: list[Node] = []  # nodes whose last resort is tried when nothing else moves
        self.invocations: dict[Node, Invocation] = {}
        self.invoked: dict[tuple[Node, Node, tuple[Node, ...]], Node] = {}
        self.entered: set[tuple[Node, Function]] = set()  # calls whose arguments have been passed to the function
        self.constructed: set[Class] = set()
        self.abstract: set[Class] = set()  # classes whose fields belong to the tables of the classes derived from them
        self.showings: dict[Class, list[Node]] = {}  # mapped classes that a class is said to show
        self.heirs: dict[Class, list[Callable[[Class], None]]] = {}  # who hears of classes derived from a class
        self.outsides: dict[str, Outside] = {}
        self.builtins: dict[str, Builtin] = {}
        self.plains: dict[str, Plain] = {}
        self.options: dict[str, Node] = {}
        self.unassigned: defaultdict[str, list[Any]] = defaultdict(list)  # reads of functions' attributes by name
        self.assigned: set[str] = set()  # names that some function is given as an attribute
        self.asked: dict[Node, int] = {}  # how many values of its key a subscript has dealt with
        self.patterns: dict[tuple[str, str], Pattern] = {}
        self.literals: dict[tuple[str, str | int], Literal] = {}
        self.collections: dict[tuple[Class, str, Class | None, Class | None], Rows] = {}
        self.sends: dict[Function, Node] = {}
        self.methods: dict[tuple[Value, str], Method] = {}
        self.numbers: dict[str, int] = {}
        self.annotations: dict[Node, Node] = {}
        self.properties: set[str] = set()  # names of attributes that calls of functions stand behind
        self.targets: dict[tuple[Value, ...], Any] = {}  # what calling them reaches, put together once solved

    def grow(self, node: Node, new: tuple[Value, ...]) -> None:  # noqa: C901 - called for every value; calls cost
        """A node holds more values; whoever reads it hears of it later."""
        old = self.values[node]
        if not old and len(new) <= MANY:
            if not new:
                return
            self.values[node] = new  # the same tuple along a whole chain of nodes
        else:
            if old is new or self.crowded[node] == CLOSED:
                return
            added = new
            if len(old) >= WIDEST:
                added = beside_many(new, old)
            elif self.crowded[node]:
                added = beside_crowd(new, old)
            elif len(new) > 1:  # one alone is by far the most frequent case
                added = tuple([value for value in new if value not in old])
            elif not new or new[0] in old:
                return
            if added and len(old) + len(added) > MANY:
                added = blurred(self, node, added, old)
            if not added:
                return
            held = old + added
            self.values[node] = held if len(held) < WIDEST else narrowed(self, node, held)
        if not self.waiting[node] and (self.flows[node] is not None or self.readers[node] is not None):
            self.waiting[node] = 1
            self.queue.append(node)

    def flow(self, source: Node, target: Node) -> None:
        """Whatever ``source`` holds, ``target`` holds too; node 0 is the unknown value."""
        if source == target or not source:
            return
        targets = self.flows[source]
        if targets is None:
            self.flows[source] = target  # most nodes have one follower, and a list for it would cost more than the rest
        elif targets.__class__ is int:
            if targets == target:
                return
            self.flows[source] = [targets, target]
        elif len(targets) < WIDEST and target in targets:  # type: ignore[arg-type,operator]
            return
        else:
            targets.append(target)  # type: ignore[union-attr]
        values, old = self.values[source], self.values[target]
        if not values or old is values:
            return
        if old or len(values) > MANY:
            if self.crowded[target] != CLOSED:
                self.grow(target, values)
        else:  # what ``grow`` does for a node that holds nothing yet, as most do
            self.values[target] = values
            if not self.waiting[target] and (self.flows[target] is not None or self.readers[target] is not None):
                self.waiting[target] = 1
                self.queue.append(target)

    def watch(self, source: Node, reader: Node) -> None:
        """``reader`` is evaluated again when ``source`` holds more."""
        readers = self.readers[source]
        if readers is None:
            self.readers[source] = reader
        elif readers.__class__ is int:
            if readers != reader:
                self.readers[source] = [readers, reader]
        elif reader not in readers[-8:]:  # type: ignore[index]
            readers.append(reader)  # type: ignore[union-attr]

    def forget(self) -> None:
        """Drop what only solving needs; the values stay."""
        self.flows, self.readers, self.reactions = [], [], []
        self.invoked.clear()
        self.entered.clear()
        self.unassigned.clear()
        self.asked.clear()

    def schedule(self, node: Node) -> None:
        """Evaluate ``node`` soon."""
        self.fresh.append(node)

    def new_node(self) -> Node:
        """A node that is no expression of a file."""
        node = self.top
        self.top = node + 1
        if node == len(self.values):
            self._extend()
        return node

    def _extend(self) -> None:
        """Room for another block of nodes."""
        self.values += [EMPTY] * BLOCK
        self.reactions += [None] * BLOCK
        self.flows += [None] * BLOCK
        self.readers += [None] * BLOCK
        for numbers in (self.handled, self.waiting, self.told, self.crowded):
            numbers.extend(bytes(BLOCK))

    def outside(self, name: str) -> Outside:
        """The one value for a dotted name outside the codebase."""
        value = self.outsides.get(name)
        if value is None:
            value = self.outsides[name] = Outside(name)
        return value

    def outside_attribute(self, value: Outside, name: str) -> Outside | None:
        """An attribute of an outside thing; None when the chain grows too long to mean anything."""
        found = value.attributes.get(name)
        if found is None and value.name.count(".") < DEEPEST:
            dotted = f"{value.name}.{name}"
            found = value.attributes[name] = Outside(dotted, value.distance) if value.distance else self.outside(dotted)
        return found

    def builtin(self, name: str) -> Builtin:
        """The one value for a builtin."""
        value = self.builtins.get(name)
        if value is None:
            value = self.builtins[name] = Builtin(name)
        return value

    def plain(self, kind: str) -> Plain:
        """The one value for an instance of a builtin type."""
        value = self.plains.get(kind)
        if value is None:
            value = self.plains[kind] = Plain(kind)
        return value

    def literal(self, kind: str, content: str | int) -> Literal:
        """The one value for a literal."""
        key = (kind, content)
        value = self.literals.get(key)
        if value is None:
            value = self.literals[key] = Literal(kind, content)
        return value

    def sent(self, function: Function) -> Node:
        """The node of everything sent to the generators of ``function``."""
        node = self.sends.get(function)
        if node is None:
            node = self.sends[function] = self.new_node()
        return node

    def rows(self, kind: Class, label: str, manager: Class | None, tie: Class | None = None) -> Rows:
        """The one value for collections of a class behind one manager, or behind one relation of many to many."""
        key = (kind, label, manager, tie)
        value = self.collections.get(key)
        if value is None:
            value = self.collections[key] = Rows(kind, label, manager, tie)
        return value

    def method(self, receiver: Value, name: str) -> Method:
        """The one value for a method of a builtin value."""
        key = (receiver, name)
        value = self.methods.get(key)
        if value is None:
            value = self.methods[key] = Method(receiver, name)
        return value

    def name_number(self, name: str) -> int:
        """A number for a name, for keys made of numbers only."""
        return self.numbers.setdefault(name, len(self.numbers))


def fresh(program: Program, node: Node, operand: Node) -> tuple[Value, ...]:
    """The values of ``operand`` that ``node`` has not dealt with yet; it hears of later ones."""
    done = program.handled[node]
    if not done:
        program.watch(operand, node)
    values = program.values[operand]
    program.handled[node] = len(values)
    return values[done:]
