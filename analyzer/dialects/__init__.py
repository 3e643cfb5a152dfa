"""How to read a framework: one file each, all of them in ``DIALECTS``."""

from analyzer.model.page import Dialect

DIALECTS: tuple[Dialect, ...] = ()
