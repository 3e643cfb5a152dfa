"""Facts about stored data: tables, relations, their uses, transactions, process-wide state.

The rules of ``framework`` hold here too: code is named by expression or text, ``scope`` is where the place stands.
"""

from typing import Literal

from msgspec import Struct

from analyzer.model.expression import Index

Access = Literal["read", "write"]


class ColumnFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="column"):
    """A column as declared; ``references`` is the text of what it points at ("" or "table.column", "app.Model")."""

    name: str
    type: str
    line: int
    nullable: bool = False
    primary_key: bool = False
    unique: bool = False
    max_length: int | None = None
    digits: int | None = None
    decimals: int | None = None
    choices: tuple[str, ...] = ()
    has_default: bool = False
    references: str = ""


class TableFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="table"):
    """A class (``scope`` is its body) or a table object (``value``) that maps a table.

    With ``bases``, it counts only when the class derives from one of these outside classes, through any files.
    ``name`` "" means: by the template of the known base, or of a base whose own fact has one in ``name``: ``{class}``
    is the class name in lower case, ``{snake}`` in snake case, ``{app}`` the prefix of the package or, where none is
    declared, ``app``. ``evidence`` is class, imperative, migration, or dropped: a migration takes the table away.
    """

    scope: int
    label: str
    line: int
    name: str = ""
    columns: tuple[ColumnFact, ...] = ()
    bases: tuple[str, ...] = ()
    abstract: bool = False
    proxy: bool = False
    app: str = ""  # overrides {app}
    value: Index = 0
    evidence: str = "class"
    maps: Index = 0  # a class declared elsewhere that is mapped onto the table object ``value``
    named: Index = 0  # the name where it is not written out: a constant, texts put together


class RelationFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="relation"):
    """A field that points at another class, given as an expression or as text ("app.Model", "Model", "self", a table).

    ``scope`` is the class body that declares it. ``related_name`` "" means the default reverse accessor
    ``reverse_default`` (a template with {class}); "+" means none. ``setting`` names a setting that holds the target.
    """

    scope: int
    field: str
    kind: Literal["foreign_key", "one_to_one", "many_to_many", "generic"]
    label: str
    line: int
    target: Index = 0
    target_text: str = ""
    setting: str = ""
    on_delete: str = ""
    related_name: str = ""
    reverse_default: str = ""
    through: Index = 0
    through_text: str = ""
    is_collection: bool = False  # the attribute itself gives many (relationship() with a list)
    value: Index = 0  # the table object that declares it, when it is not declared in a class body
    column: bool = True  # False when it is an object view of a column declared beside it
    maps: Index = 0  # the class that gets the field, when it is declared apart from its body


class TableUse(Struct, frozen=True, array_like=True, tag_field="fact", tag="table_use"):
    """A place that reads or writes the table of whatever ``value`` is: a mapped class, an instance, a collection."""

    scope: int
    value: Index
    access: Access
    how: str
    line: int
    path: str = ""  # relations walked from there, dots between steps
    in_loop: bool = False
    whole: bool = False  # a statement about the table itself: an instance has methods of its own by these names


class TablePrefix(Struct, frozen=True, array_like=True, tag_field="fact", tag="table_prefix"):
    """Tables of classes in package ``package`` or below (a nearer one wins) are named with {app} = ``prefix``."""

    package: str
    prefix: str
    label: str
    line: int


class JoinFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="join"):
    """One query over several tables. Each of ``values`` is a mapped class, a table object, or an attribute of either.

    An attribute that is a relation stands for the table it points at, any other for the table it belongs to.
    Reads of each table are implied; when fewer than two different tables can be told, it is no join.
    """

    scope: int
    values: tuple[Index, ...]
    how: str
    line: int
    text: str = ""
    in_loop: bool = False


class SqlUse(Struct, frozen=True, array_like=True, tag_field="fact", tag="sql_use"):
    """SQL in a string: the tables it reads and writes by name; several in one statement are a join."""

    scope: int
    text: str  # shortened
    line: int
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    creates: tuple[ColumnFact, ...] = ()  # of CREATE TABLE, for the table in `writes`
    in_loop: bool = False


class TransactionFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="transaction"):
    """Lines ``line`` to ``end_line`` of ``scope`` run in one database transaction."""

    scope: int
    how: str
    line: int
    end_line: int


class StateFact(Struct, frozen=True, array_like=True, tag_field="fact", tag="state"):
    """Process-wide state: where it is held (``access`` hold), or a place that reads or writes it.

    ``name`` is the variable (of the module) or the cache's key; ``value`` an expression when it is held elsewhere,
    ``key`` an expression whose text, where it is known, says the key better than ``name``.
    """

    scope: int
    how: str  # global, cache, session, request, thread_local, memo, singleton, file
    name: str
    line: int
    access: Literal["hold", "read", "write"] = "hold"
    value: Index = 0
    key: Index = 0
