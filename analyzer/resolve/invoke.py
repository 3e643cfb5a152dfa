"""Calls that nobody wrote as calls: operators, iteration, callbacks, properties; one node each, made once."""

from analyzer.resolve.invocation import Invocation
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Node

UNREPORTED = -1
NOTHING = Arguments(())


def invoke(program: Program, unit: Unit, site: Node, callee: Node, given: Arguments | None = None) -> Node:
    """A node that holds what calling ``callee`` gives; the call is reported where expression ``site`` stands."""
    given = given or NOTHING
    key = (site, callee, given.positional)
    node = program.invoked.get(key)
    if node is None:
        node = program.invoked[key] = program.new_node()
        program.invocations[node] = Invocation(unit, site, callee, given)
        program.watch(callee, node)
        program.schedule(node)
    return node


def invoke_unreported(program: Program, unit: Unit, callee: Node, given: Arguments) -> Node:
    """The same for a call whose places are known otherwise (every read of a property)."""
    return invoke(program, unit, UNREPORTED, callee, given)
