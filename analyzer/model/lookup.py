"""Looks the values of a text column up in a mapping, whatever string type pandas chose for it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd


def looked_up(column: "pd.Series[Any]", by: Mapping[Any, str], missing: str = "") -> "pd.Series[str]":
    """``by[value]`` for each value, ``missing`` where there is none; same index, dtype str.

    ``Series.map`` gives floats when nothing is found, and then comparing and filling differ by pandas version.
    """
    return pd.Series([by.get(value, missing) for value in column.tolist()], index=column.index, dtype="str")
