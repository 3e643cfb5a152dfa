"""The handlers of this service: yours. This file is written once and never touched again.

Override a method of ``Operations`` to implement an operation; what is not overridden answers 501.
"""

from __future__ import annotations

from .operations import Operations


class Handlers(Operations):
    """What this service does for each operation."""
