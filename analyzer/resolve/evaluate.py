"""One function for each kind of expression: from the values of its parts to its own."""

from collections.abc import Callable
from typing import Any

from analyzer.model.expression import (
    Attribute,
    Call,
    Choice,
    Comprehension,
    Constant,
    Declared,
    Defined,
    Delegated,
    Element,
    Entered,
    Imported,
    Mapping,
    Narrowed,
    Operation,
    Parameter,
    Sent,
    Sequence,
    Slice,
    Starred,
    Subscript,
    Unknown,
    Unpacked,
    Variable,
)
from analyzer.model.expression import (
    Instance as InstanceOf,
)
from analyzer.model.expression import (
    Super as SuperCall,
)
from analyzer.resolve import atoms, names, parts, subscripts
from analyzer.resolve.calls import call, call_implicit
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Node,
)


def evaluate(program: Program, node: Node) -> None:
    """Bring one node up to date with what it reads."""
    reaction = program.reactions[node]
    if reaction.__class__ is Unit:
        expression = reaction.table[node - reaction.base]
        HANDLERS[expression.__class__](program, reaction, node, expression)
    elif reaction is None:
        call_implicit(program, node)
    else:
        reaction(node)  # type: ignore[operator]


def ignore(program: Program, unit: Unit, node: Node, expression: Any) -> None:  # noqa: ANN401
    """Nothing to know."""


HANDLERS: dict[type, Callable[[Program, Unit, Node, Any], None]] = {
    Unknown: ignore,
    Constant: atoms.constant,
    Variable: names.variable,
    Defined: atoms.defined,
    Imported: names.imported,
    Parameter: atoms.parameter,
    Attribute: parts.attribute,
    Call: call,
    Subscript: subscripts.subscript,
    Slice: parts.slice_,
    Sequence: parts.display,
    Mapping: parts.mapping,
    Choice: parts.choice,
    Element: parts.elements,
    Unpacked: parts.unpacked,
    Starred: ignore,
    Narrowed: atoms.narrowed,
    InstanceOf: atoms.instance,
    Operation: parts.operation,
    Entered: parts.entered,
    Sent: atoms.sent,
    Delegated: atoms.delegated,
    Declared: atoms.declared,
    Comprehension: parts.display,
    SuperCall: atoms.super_,
}
