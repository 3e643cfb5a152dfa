"""What an expression can be: functions, classes, instances, modules, containers and things from outside.

Values are compared by identity: each thing of the codebase has one value object for a whole run.
"""

from typing import TYPE_CHECKING

from analyzer.model.facts import Scope

if TYPE_CHECKING:
    from analyzer.resolve.program import Arguments
    from analyzer.resolve.unit import Unit

Node = int
"""A place that holds values: an expression of some file, an attribute of a class, an item of a container."""


class Value:
    """Anything a node can hold."""

    __slots__ = ()


class Outside(Value):
    """A thing from outside the codebase (or an instance of it), by dotted name; ``distance`` as in ``outsiders``."""

    __slots__ = ("attributes", "distance", "name")

    def __init__(self, name: str, distance: int = 0) -> None:
        self.name = name
        self.distance = distance
        self.attributes: dict[str, Outside | None] = {}


class Builtin(Value):
    """A builtin function or class, by name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Plain(Value):
    """An instance of a builtin type whose content is not followed (str, int, ...)."""

    __slots__ = ("type",)

    def __init__(self, kind: str) -> None:
        self.type = kind


LINES = "list of str"  # what text is split into


class Literal(Plain):
    """A known string or integer: a key, an attribute's name, a module's name."""

    __slots__ = ("value",)

    def __init__(self, kind: str, value: str | int) -> None:
        super().__init__(kind)
        self.value = value


class Module(Value):
    """A file of the codebase."""

    __slots__ = ("unit",)

    def __init__(self, unit: "Unit") -> None:
        self.unit = unit


class Package(Value):
    """A folder without ``__init__.py`` that holds modules."""

    __slots__ = ("name", "unit")

    def __init__(self, name: str, unit: "Unit") -> None:
        self.name = name
        self.unit = unit  # the file that imports it: decides between roots


class Function(Value):
    """A function or lambda; ``binding`` says what becomes its first parameter."""

    __slots__ = ("attributes", "binding", "bound", "generator", "index", "owner", "scope", "unit")

    def __init__(self, unit: "Unit", index: int, owner: "Class | None") -> None:
        self.unit = unit
        self.index = index
        self.scope: Scope = unit.facts.scopes[index]
        self.owner = owner
        self.binding = "instance"  # instance, class, static
        self.bound: dict[Value, Bound] = {}
        self.attributes: dict[str, Node] = {}  # assigned from outside: function.name = value
        self.generator: Container | None = None


class Bound(Value):
    """A function with its first argument already there."""

    __slots__ = ("begun", "function", "receiver")

    def __init__(self, function: Function, receiver: Value) -> None:
        self.function = function
        self.receiver = receiver
        self.begun = False  # whether the receiver has been passed to the function


class Property(Value):
    """A property: reading the attribute calls ``getter``, assigning it calls ``setter``."""

    __slots__ = ("getter", "setter")

    def __init__(self, getter: Node, setter: Node = 0) -> None:
        self.getter = getter
        self.setter = setter


class Class(Value):
    """A class of the codebase. ``order`` is its method resolution order, itself first, the codebase's classes only.

    ``outside`` are the outside bases of all classes in that order; ``direct`` those that the class itself names.
    """

    __slots__ = (
        "attributes",
        "bases",
        "box",
        "children",
        "direct",
        "index",
        "instance",
        "order",
        "outside",
        "scope",
        "slots",
        "stored",
        "supers",
        "typed",
        "unit",
        "viewers",
        "views",
    )

    def __init__(self, unit: "Unit", index: int) -> None:
        self.unit = unit
        self.index = index
        self.scope: Scope = unit.facts.scopes[index]
        self.attributes: dict[str, Node] = {name: unit.base + value for name, value, _ in self.scope.bindings if value}
        self.bases: tuple[Class, ...] = ()
        self.box: Container | None = None  # what instances hold that are lists or dicts themselves
        self.children: list[Class] = []
        self.order: tuple[Class, ...] = (self,)
        self.direct: tuple[Outside | Builtin, ...] = ()
        self.outside: tuple[Outside | Builtin, ...] = ()
        self.instance = Instance(self)
        self.slots: dict[str, Node] = {}
        self.stored: dict[str, bool] = {}  # attributes that its methods assign: whether something passed is there
        self.typed: dict[str, Node] = {}  # attributes of instances that a relation types
        self.views: dict[str | tuple[str], View] = {}  # by name: of instances; by (name,): of the class itself
        self.viewers: dict[str, View | dict[View, None]] = {}
        self.supers: dict[tuple[Class, Value], Super] = {}


class Instance(Value):
    """Some instance of a class of the codebase."""

    __slots__ = ("type",)

    def __init__(self, kind: Class) -> None:
        self.type = kind


class Super(Value):
    """``super()`` in a method of ``owner``, for receiver ``receiver``."""

    __slots__ = ("owner", "receiver", "views")

    def __init__(self, owner: Class, receiver: Value) -> None:
        self.owner = owner
        self.receiver = receiver
        self.views: dict[str, View] = {}


class View:
    """An attribute as seen on a class or its instances: ``node`` holds its values, functions bound.

    ``declared`` is the node of the class attribute it comes from, 0 when there is none.
    """

    __slots__ = ("declared", "getters", "kind", "name", "node", "receiver")

    def __init__(self, kind: Class, name: str, receiver: Value, node: Node) -> None:
        self.kind = kind
        self.name = name
        self.receiver = receiver
        self.node = node
        self.declared: Node = 0
        self.getters: list[Node] = []  # nodes of the functions that reading it calls


class Container(Value):
    """A list, tuple, set, dict or generator made at one place; items by literal key, and all of them together."""

    __slots__ = ("element", "fields", "function", "items", "keys", "node", "origin", "type", "unit", "wild")

    def __init__(self, kind: str, unit: "Unit", node: Node) -> None:
        self.type = kind
        self.unit = unit
        self.node = node
        self.items: dict[str | int, Node] | None = None  # None until somebody looks inside
        self.element: Node = 0
        self.keys: Node = 0
        self.wild: Node = 0  # what is stored under keys that are not known
        self.function: Function | None = None  # the generator function
        self.fields: tuple[str, ...] = ()  # of a named tuple
        self.origin: str | None = None  # the outside class it is an instance of; "" when its methods have no name


class Method(Value):
    """A method of a builtin value: ``[].append``, ``"".join``."""

    __slots__ = ("name", "receiver")

    def __init__(self, receiver: Value, name: str) -> None:
        self.receiver = receiver
        self.name = name


class Partial(Value):
    """``functools.partial``: a callable with some arguments already there."""

    __slots__ = ("arguments", "callee", "is_method", "keywords")

    def __init__(self, callee: Node, arguments: tuple[Node, ...], keywords: tuple[tuple[str, Node], ...]) -> None:
        self.callee = callee
        self.arguments = arguments
        self.keywords = keywords
        self.is_method = False  # partialmethod: the instance comes first


class Getter(Value):
    """``operator.attrgetter`` and ``methodcaller``: called with an object, it reads attributes named by ``names``.

    ``given`` are the arguments of the method that is called then, None when it is only read.
    """

    __slots__ = ("given", "names")

    def __init__(self, names: Node, given: "Arguments | None" = None) -> None:
        self.names = names
        self.given = given


class RecordType(Value):
    """What ``collections.namedtuple`` gives: a type whose instances have these fields."""

    __slots__ = ("fields",)

    def __init__(self, fields: tuple[str, ...]) -> None:
        self.fields = fields


class Dispatch(Value):
    """The implementations registered with a ``functools.singledispatch`` function, all in ``node``."""

    __slots__ = ("node",)

    def __init__(self, node: Node) -> None:
        self.node = node


class Pattern(Plain):
    """Text of which only the beginning and the end are known: ``"visit_" + name``."""

    __slots__ = ("prefix", "suffix")

    def __init__(self, prefix: str, suffix: str) -> None:
        super().__init__("str")
        self.prefix = prefix
        self.suffix = suffix


class Rows(Value):
    """A collection of a mapped class's instances: a manager, a query set, a query; ``manager`` adds its own methods.

    ``tie``, where a relation of many to many leads here: the class whose rows say who belongs together.
    """

    __slots__ = ("kind", "label", "manager", "tie")

    def __init__(self, kind: Class, label: str, manager: Class | None, tie: Class | None = None) -> None:
        self.kind = kind
        self.label = label
        self.manager = manager
        self.tie = tie
