"""Looks the values of a text column up in a mapping, each distinct text once, whatever string type pandas chose."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray


def looked_up(column: "pd.Series[Any]", by: Mapping[Any, str], missing: str = "") -> "pd.Series[str]":
    """``by[value]`` for each value, ``missing`` where there is none; same index, dtype str.

    ``Series.map`` gives floats when nothing is found, and then comparing and filling differ by pandas version.
    """
    codes, values = pd.factorize(column, use_na_sentinel=False)
    found = np.array([by.get(value, missing) for value in values.tolist()], dtype=object)
    return pd.Series(found[codes], index=column.index, dtype="str")


def numbers_of(column: "pd.Series[Any]", by: Mapping[Any, int], missing: int = -1) -> NDArray[np.int64]:
    """``by[value]`` for each value of a column of categories, ``missing`` where there is none."""
    found = [by.get(value, missing) for value in column.cat.categories.tolist()]
    return np.array(found, dtype=np.int64)[column.cat.codes.to_numpy()]
