"""What every Python brings along, the same whichever Python runs this tool: the answer must not hang on that."""

import builtins
import sys

# In some of Python 3.11 to 3.14 only. Code of any age names them, and its author meant Python's own.
_COME_OR_GONE = frozenset(
    {"aifc", "annotationlib", "asynchat", "asyncore", "audioop", "cgi", "cgitb", "chunk", "compression", "crypt"}
    | {"distutils", "imghdr", "imp", "lib2to3", "mailcap", "msilib", "nis", "nntplib", "ossaudiodev", "pipes"}
    | {"smtpd", "sndhdr", "spwd", "sunau", "telnetlib", "uu", "xdrlib"}
)
STANDARD_MODULES = (
    frozenset(name for name in sys.stdlib_module_names if not name.startswith("_"))
    | _COME_OR_GONE
    | {"__future__", "_thread"}
)
"""Modules of the standard library by first segment; private ones other than these two are nobody's business."""

BUILTINS = frozenset(dir(builtins)) | {"PythonFinalizationError", "WindowsError", "_IncompleteInputError"}
"""Names that need no definition."""

SOFT_KEYWORDS = frozenset({"_", "case", "match", "type"})
"""Keywords in some places only, as of Python 3.12."""
