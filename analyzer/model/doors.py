"""Ways in and out of a codebase: what is started from outside, and requests to other processes."""

from msgspec import Struct


class Entry(Struct, frozen=True, order=True):
    """Code that people, servers or frameworks start: a script, a command, an application, an admin page, a hook."""

    element: str
    what: str
    label: str  # the framework, as a label only
    file: str
    line: int


class Request(Struct, frozen=True, order=True):
    """A request that code sends to another process; ``url`` is literal text with {} for what is not.

    ``answered_by``: the code of the codebase's own route that fits method and path, "" when it leads elsewhere.
    """

    element: str
    method: str
    url: str
    file: str
    line: int
    library: str
    in_loop: bool = False
    answered_by: str = ""
