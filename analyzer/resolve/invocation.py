"""A call that is not written as one."""

from typing import TYPE_CHECKING

from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Node

if TYPE_CHECKING:
    from analyzer.resolve.program import Arguments


class Invocation:
    """A call that is not written as one: an operator, an iteration, a callback; reported at node ``site``."""

    __slots__ = ("callee", "given", "site", "unit")

    def __init__(self, unit: Unit, site: Node, callee: Node, given: "Arguments") -> None:
        self.unit = unit
        self.site = site
        self.callee = callee
        self.given = given
