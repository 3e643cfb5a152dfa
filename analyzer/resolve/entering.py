"""Entering a context: what ``with value`` binds, and the special methods it calls."""

from analyzer.resolve.containers import element
from analyzer.resolve.invoke import invoke
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Container, Instance, Node, Outside, Plain, Value
from analyzer.resolve.views import declared_in, view

PLAIN = ("__enter__", "__exit__")
ASYNC = ("__aenter__", "__aexit__")


def enter(program: Program, unit: Unit, node: Node, value: Value, methods: tuple[str, str]) -> None:
    """``node`` holds what entering ``value`` gives; leaving is called too."""
    start, stop = methods
    if isinstance(value, Instance):
        if declared_in(value.type, start):
            method = view(program, value.type, start, instance=True).node
            program.flow(invoke(program, unit, node, method), node)
        if declared_in(value.type, stop):
            invoke(program, unit, node, view(program, value.type, stop, instance=True).node)
    elif isinstance(value, Container):
        program.flow(element(program, value), node)
    elif isinstance(value, Outside | Plain):
        program.grow(node, (value,))
