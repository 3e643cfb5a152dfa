"""What dialects know about code outside the codebase, as facts: special bases, collections, calls.

Knowledge beats enumeration: a dialect that says once "subclasses of this base map a table" (``KnownBase``) or "these
methods of a collection write" (``CollectionType``) spares a fact for every place; receivers are typed by ``resolve``.
Emit knowledge facts in every file that names the base or type by its dotted name; equal ones are merged.
"""

from typing import Literal

from msgspec import Struct

Gives = Literal[
    "instance",  # an instance of the class in the argument (get_object_or_404(Order, ...))
    "collection",  # a collection of instances of that class (session.query(Order))
    "argument",  # the argument itself (sync_to_async(f), cast)
    "result",  # what calling the argument returns; the argument is called (Depends(f))
    "element",  # one element of the collection in the argument
    "setting",  # the class or instance that the setting `text` names (get_user_model())
    "named",  # the code that the string in the argument names, as a dotted name (import_string("a.b.C"))
]


class Member(Struct, frozen=True, array_like=True, tag_field="fact", tag="member"):
    """An attribute every subclass of a known base has: ``gives`` is an instance or collection of the class itself.

    ``query``: the method of that name of the collection, called on the class (``Order.select()``).
    ``row``, ``rows``: of the mapped class that the subclass shows (``KnownBase.shows``); ``of_rows``: the method
    ``text`` of these rows; ``made``: the class at the end of path ``text``, for methods that give an instance of it.
    """

    name: str
    gives: Literal["instance", "collection", "class", "outside", "query", "row", "rows", "of_rows", "made"]
    text: str = ""  # outside: dotted name of the class it is an instance of


class Handed(Struct, frozen=True, array_like=True, tag_field="fact", tag="handed"):
    """What a known base hands to a method of its subclasses; ``method`` may end with ``*`` for all that begin so.

    Of those only the ones count whose last parameter it is. ``gives`` as in ``Member``: a row, the rows, or an instance
    of the class at the end of path ``text``.
    """

    method: str
    position: int  # of the parameter, the object itself is 0
    gives: Literal["row", "rows", "made"]
    text: str = ""
    parameter: str = ""  # how it has to be called, where the name tells what it is


class KnownBase(Struct, frozen=True, array_like=True, tag_field="fact", tag="known_base"):
    """A class from outside the codebase whose subclasses are special.

    ``table_name`` is a template with ``{app}`` (last package name that is not models) and ``{class}`` (lower case).
    ``hooks`` are methods that the framework itself calls (they are entry points, never dead).
    """

    base: str  # absolute dotted name
    label: str
    maps_table: bool = False
    table_name: str = ""
    members: tuple[Member, ...] = ()
    writes: tuple[str, ...] = ()  # methods of an instance that write its row (save, delete)
    reads: tuple[str, ...] = ()  # methods of an instance that read its row (refresh_from_db)
    hooks: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    """Paths from a subclass to the mapped class whose rows it shows: attributes, or methods that return rows."""
    hands: tuple[Handed, ...] = ()
    answers: tuple[str, ...] = ()  # methods that it brings itself and that a route to a subclass may call
    flavour: str = ""  # what signatures call it: orm, pydantic, enum, ...
    implicit_key: str = ""  # name of the integer key column a table gets when it declares none
    own_table: bool = True  # a subclass of a mapped class has a table of its own, else it shares the parent's
    parent_key: str = ""  # template of the key by which such a table points at the parent's, {class} the parent's name
    asks: bool = False  # its instances are the people who ask (users, accounts)
    chosen_by: str = ""  # the setting that says which of several classes of people it is


class CollectionType(Struct, frozen=True, array_like=True, tag_field="fact", tag="collection_type"):
    """A manager, query set or query: how its methods continue, and which of them read or write the table.

    Custom subclasses of ``bases`` (dotted) keep their own methods. ``paths`` are methods whose string arguments and
    keyword names walk relations with ``separator`` between steps (filter(order__customer__name=...)).
    """

    label: str
    bases: tuple[str, ...]
    same: tuple[str, ...] = ()  # methods that give a collection of the same class
    item: tuple[str, ...] = ()  # methods that give one instance
    writes: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()  # methods that run the query; iterating always does
    paths: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()  # methods whose paths become joins in any case (select_related)
    separator: str = "__"
    pairs: tuple[str, ...] = ()  # methods that give (instance, flag), as get_or_create
    idle: tuple[str, ...] = ()  # methods that only prepare, or give nothing: no row is read
    ties: tuple[str, ...] = ()  # methods that write which rows belong together, where the relation is many to many
    sums: tuple[str, ...] = ()  # functions in the arguments that count or add up over the rows of a path
    own_class: str = ""  # attribute of a collection that is the class of its rows
    own_tie: str = ""  # attribute of a many-to-many collection that is the class of the rows between both ends
    tracks: bool = False  # assigning an attribute of a row writes it: nobody has to save it


class KnownCall(Struct, frozen=True, array_like=True, tag_field="fact", tag="known_call"):
    """What calling something from outside gives, by argument; ``access`` touches the table of its class."""

    name: str  # absolute dotted name; ".method" for a method of an outside receiver
    gives: Gives
    position: int = 0
    keyword: str = ""
    access: Literal["", "read", "write"] = ""
    text: str = ""
