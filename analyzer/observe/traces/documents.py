"""Read JSON in the forms traces come in: one document, one a line, or one after the other."""

import json
from typing import Any

from analyzer.errors import InvalidSettings

Document = dict[str, Any]


def documents(text: str, path: str) -> list[Document]:
    """The objects of the text in order, those of a list one by one.

    Raises ``InvalidSettings`` where it is no JSON; a last object that was cut off while it was written is left out.
    """
    decoder = json.JSONDecoder()
    found: list[Document] = []
    position = _skip(text, 0)
    while position < len(text):
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            if found:
                break
            raise InvalidSettings(f"The trace {path} is neither JSON nor one of the other known forms.") from error
        found.extend(one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict))
        position = _skip(text, position)
    return found


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\r\n,":
        position += 1
    return position
