"""What makes what run: by this, code that no service owns is followed to the services that use it."""

import pandas as pd

from analyzer.model.seams import LEADING_COLUMNS, empty
from analyzer.sever.sides import Sides

WAYS = {"call": "call", "decorate": "call", "inherit": "inherit"}


def leading(sides: Sides) -> pd.DataFrame:
    """Calls, base classes, and what is defined inside a class or function; each once, code only, sorted."""
    found = {
        (way, source, target)
        for kind, way in WAYS.items()
        for source, target in sides.ends(kind)
        if sides.is_code(source) and source in sides.service_of and target in sides.service_of
    }
    found |= {
        ("inside", parent, element)
        for element, parent in sides.parent.items()
        if element in sides.service_of and sides.kind.get(parent) in ("class", "function")
    }
    return pd.DataFrame(sorted(found), columns=list(LEADING_COLUMNS)) if found else empty(LEADING_COLUMNS)
