"""Evidence from outside the source: who owns which file, what changed together, what ran together."""

from pathlib import Path

import pandas as pd

from analyzer.model.evidence import Evidence
from analyzer.model.source import Source
from analyzer.settings import Settings


def observe(root: Path, settings: Settings, sources: tuple[Source, ...]) -> Evidence:
    """What the folder says about its modules besides the code; empty tables where it says nothing."""
    del root, settings, sources
    return Evidence(
        pairs=pd.DataFrame({"source": [], "target": [], "view": [], "weight": []}),
        owners=pd.DataFrame({"module": [], "owner": [], "source": [], "share": []}),
        stability=pd.DataFrame({"module": [], "commits": [], "last_changed_commit_index": []}),
    )
