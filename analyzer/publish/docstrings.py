"""Types that docstrings give for parameters: reStructuredText fields, Google and NumPy sections."""

import re

_FIELD_TYPED = re.compile(r"^\s*:param\s+([^:]{1,200}?)\s+(\w+)\s*:", re.MULTILINE)
_FIELD_TYPE = re.compile(r"^\s*:type\s+(\w+)\s*:\s*(.{1,200})$", re.MULTILINE)
_GOOGLE = re.compile(r"^\s+\*{0,2}(\w+)\s*\(([^()]{1,200})\)\s*:", re.MULTILINE)
_NUMPY = re.compile(r"^\s*(\w+)\s+:\s+([\w.\[\], |]{1,200})$", re.MULTILINE)


def described_types(docstring: str) -> dict[str, str]:
    """Parameter name to type text, as written; the explicit field styles outrank the section styles."""
    found: dict[str, str] = {}
    for pattern in (_NUMPY, _GOOGLE, _FIELD_TYPE):
        found.update({name: said.removesuffix(", optional").strip() for name, said in pattern.findall(docstring)})
    found.update({name: said.strip() for said, name in _FIELD_TYPED.findall(docstring)})
    return found
