"""Evidence from outside the source: history and run-time traces, as weighted pairs of files."""

import pandas as pd
from msgspec import Struct


class Evidence(Struct, frozen=True, eq=False):
    """``pairs``: columns source, target (module keys), view (co_change, authors, trace, ...), weight.

    ``owners``: columns module (key), owner, source (codeowners, history), share.
    """

    pairs: pd.DataFrame
    owners: pd.DataFrame
    stability: pd.DataFrame  # columns module, commits, last_changed_commit_index: how calm a module is


class Views(Struct, frozen=True, eq=False):
    """The weighted graph: ``edges`` has columns source, target, weight and one column a view (its share).

    ``nodes`` are all modules (columns: name, role, size, omnipresent, layer, unit, words of the path); undirected,
    source < target.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame
