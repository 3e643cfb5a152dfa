"""What one file says on its own: scopes, expressions, framework facts, vocabulary; compact, encodable, cacheable."""

from typing import Literal

from msgspec import Struct

from analyzer.model.expression import Expression, Index
from analyzer.model.framework import FrameworkFact
from analyzer.model.problem import Problem
from analyzer.model.source import Source

ScopeKind = Literal["module", "class", "function", "lambda"]
ParameterKind = Literal["positional_only", "positional", "keyword_only", "var_positional", "var_keyword"]


class ParameterFact(Struct, frozen=True, array_like=True, gc=False):
    """One parameter: expressions of its annotation and default (0 when absent) and their source text."""

    name: str
    kind: ParameterKind
    annotation: Index = 0
    default: Index = 0
    annotation_text: str = ""
    default_text: str = ""


class AttributeStore(Struct, frozen=True, array_like=True, gc=False):
    """``target.name = value``, also through ``setattr`` with a literal and annotated declarations."""

    target: Index
    name: str
    value: Index
    line: int


class ItemStore(Struct, frozen=True, array_like=True, gc=False):
    """``target[key] = value``."""

    target: Index
    key: Index
    value: Index
    line: int


class VariableStore(Struct, frozen=True, array_like=True, gc=False):
    """A write from an inner scope into a variable of an outer one: ``global`` or ``nonlocal``."""

    scope: int  # whose variable
    name: str
    value: Index
    line: int
    by: int  # the scope that writes


class ImportFact(Struct, frozen=True, array_like=True, gc=False):
    """One imported name. ``module`` is absolute; ``name`` is "" for ``import module``, "*" for a star import."""

    module: str
    name: str
    alias: str  # the name it is bound to, "" for a star import
    scope: int
    line: int
    how: Literal["", "lazy", "type_checking", "star", "dynamic"] = ""


class Scope(Struct, frozen=True, array_like=True, gc=False):
    """A module, class, function or lambda: what it declares and which expressions are evaluated in its body.

    ``bindings`` are the values its variables have when the body is done: for modules and classes the last ones
    (branches joined), for functions all of them, and only for variables that an inner scope reads.
    ``uses`` are (expression, line) of names read without being called, where they come from another scope.
    """

    kind: ScopeKind
    name: str
    qualified: str  # "Class.method", "" for the module
    parent: int  # index of the scope around it, -1 for the module
    line: int
    end_line: int
    first: Index
    last: Index  # one past
    parameters: tuple[ParameterFact, ...] = ()
    decorators: tuple[Index, ...] = ()
    bases: tuple[Index, ...] = ()
    keywords: tuple[tuple[str, Index], ...] = ()  # of a class statement: metaclass=...
    returns: tuple[Index, ...] = ()
    yields: tuple[Index, ...] = ()
    raises: tuple[tuple[Index, int], ...] = ()  # (expression, line)
    result: Index = 0  # the annotation of the result
    result_text: str = ""
    bindings: tuple[tuple[str, Index, int], ...] = ()  # (name, value, line)
    annotations: tuple[tuple[str, Index, str], ...] = ()  # of variables: (name, expression, text)
    uses: tuple[tuple[Index, int], ...] = ()
    decorator_texts: tuple[str, ...] = ()
    docstring: str = ""  # first paragraph
    is_async: bool = False
    is_generator: bool = False
    words: str = ""  # "word:count word:count": modules only
    blank: bool = False  # a bare ``return`` or the end of the body can be reached: then None comes back
    opaque: bool = False  # some value that is returned has no expression of its own (arithmetic on unknown things)


class FileFacts(Struct, frozen=True, array_like=True, gc=False):
    """Everything ``read`` learned from one file, without looking at any other. Scope 0 is the module."""

    source: Source
    lines: int = 0
    scopes: tuple[Scope, ...] = ()
    expressions: tuple[Expression, ...] = ()
    imports: tuple[ImportFact, ...] = ()
    attribute_stores: tuple[AttributeStore, ...] = ()
    item_stores: tuple[ItemStore, ...] = ()
    variable_stores: tuple[VariableStore, ...] = ()
    exports: tuple[str, ...] | None = None  # __all__ when it is a literal
    facts: tuple[FrameworkFact, ...] = ()
    problems: tuple[Problem, ...] = ()
