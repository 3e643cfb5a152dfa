"""Expressions of one file as a table: small frozen nodes that point at each other by index, names already bound.

``read`` binds every name while it walks: an expression never says "the name x", it points at what x was bound to.
Index 0 is always ``Unknown``. Expressions of one scope lie next to each other (``Scope.first`` to ``Scope.last``).
"""

from msgspec import Struct

Index = int
"""Position in ``FileFacts.expressions``."""


class Unknown(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=0):
    """Nothing is known about the value (arithmetic on numbers, a yield that nobody sends to, ...)."""


class Constant(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=1):
    """A literal: ``type`` is the builtin's name; ``value`` is kept for short strings and for integers."""

    type: str
    value: str | int | None = None


class Variable(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=2):
    """A variable of an outer scope (or one bound later): all values it has when that scope is done."""

    scope: int
    name: str


class Defined(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=3):
    """The function, class or lambda whose body is scope ``scope``, decorators applied."""

    scope: int


class Imported(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=4):
    """``import module`` (``name`` is "") or ``from module import name``; ``module`` is absolute."""

    module: str
    name: str = ""


class Parameter(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=5):
    """Parameter number ``position`` (in the order of ``Scope.parameters``) of the function ``scope``."""

    scope: int
    position: int


class Attribute(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=6):
    """``value.name``."""

    value: Index
    name: str
    line: int


class Call(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=7):
    """``callee(*arguments, **keywords)``; ``*x`` is a ``Starred`` argument, ``**x`` a keyword named "**"."""

    callee: Index
    arguments: tuple[Index, ...]
    keywords: tuple[tuple[str, Index], ...]
    line: int
    flags: int = 0  # IN_LOOP, IN_EXCEPT, DECORATOR, SPREAD


class Subscript(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=8):
    """``value[key]``."""

    value: Index
    key: Index
    line: int


class Slice(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=9):
    """``value[low:high]``; a bound that is not a literal integer is None."""

    value: Index
    low: int | None
    high: int | None


class Sequence(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=10):
    """A list, tuple or set display; ``type`` is the builtin's name."""

    type: str
    items: tuple[Index, ...]


class Mapping(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=11):
    """A dict display; the key of ``**other`` is 0 and its value ``Starred``."""

    keys: tuple[Index, ...]
    values: tuple[Index, ...]


class Choice(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=12):
    """Any of several values: branches that meet, ``a or b``, ``a if c else b``."""

    options: tuple[Index, ...]


class Element(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=13):
    """What iterating over ``value`` yields."""

    value: Index
    line: int


class Unpacked(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=14):
    """Item ``position`` of ``value``; negative counts from the end; ``rest`` is the list ``*name`` takes."""

    value: Index
    position: int
    rest: bool = False
    after: int = 0  # how many targets follow the starred one


class Starred(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=15):
    """``*value`` in a display or a call, ``**value`` in a dict display."""

    value: Index


class Narrowed(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=16):
    """``value`` where it is known to be an instance of ``type`` (``isinstance``, ``case Type():``)."""

    value: Index
    type: Index


class Instance(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=17):
    """Some instance of ``type`` (annotations, ``except type as name``); ``type`` may be a string's Constant."""

    type: Index


class Operation(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=18):
    """An operator, as the special method that Python calls for it (``__add__``); ``right`` is 0 when unary."""

    method: str
    left: Index
    right: Index
    line: int


class Entered(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=19):
    """What ``with value as name`` binds."""

    value: Index
    line: int
    is_async: bool = False


class Sent(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=20):
    """The value of ``yield value`` in the generator ``scope``: whatever is sent to it."""

    scope: int
    value: Index = 0


class Delegated(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=21):
    """The value of ``yield from value``: what the generator returns."""

    value: Index
    line: int


class Declared(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=22):
    """``value`` of a variable annotated with ``type``; the annotation counts where the value is unknown."""

    value: Index
    type: Index


class Comprehension(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=23):
    """A list, set, dict or generator whose every item is ``element`` (``key`` for dicts, else 0)."""

    type: str
    element: Index
    key: Index = 0


class Super(Struct, frozen=True, array_like=True, gc=False, tag_field="op", tag=24):
    """``super()``: the class whose body is scope ``owner`` (or the expression ``type``), and the first parameter."""

    owner: int
    type: Index
    instance: Index
    line: int


Expression = (
    Unknown
    | Constant
    | Variable
    | Defined
    | Imported
    | Parameter
    | Attribute
    | Call
    | Subscript
    | Slice
    | Sequence
    | Mapping
    | Choice
    | Element
    | Unpacked
    | Starred
    | Narrowed
    | Instance
    | Operation
    | Entered
    | Sent
    | Delegated
    | Declared
    | Comprehension
    | Super
)

IN_LOOP = 1
IN_EXCEPT = 2
DECORATOR = 4  # the call that a decorator line makes
SPREAD = 8  # has *arguments or **keywords
