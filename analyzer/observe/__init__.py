"""Evidence from outside the source: who owns which file, what changed together, what ran together."""

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.model.source import Source
from analyzer.observe.codeowners import owners_of
from analyzer.observe.history import Commit, read_history
from analyzer.observe.marks import marks
from analyzer.observe.together import calm, changed_together
from analyzer.observe.traces import read_traces
from analyzer.settings import Settings

if TYPE_CHECKING:
    from analyzer.model.evidence import Evidence

__all__ = ["marks", "observe"]


def observe(root: Path, settings: Settings, sources: tuple[Source, ...]) -> "Evidence":
    """What the folder and the traces say about its modules besides the code; empty tables where nothing is said.

    Raises ``InvalidSettings`` for a trace that cannot be used.
    """
    # Whoever only asks for the marks has an answer already and shall not wait for pandas.
    import pandas as pd  # noqa: PLC0415

    from analyzer.model.evidence import Evidence  # noqa: PLC0415

    files = {source.path for source in sources}
    commits: tuple[Commit, ...] = read_history(root) if settings.weigh.co_change else ()
    pairs = [(one, other, "co_change", weight) for (one, other), weight in changed_together(commits, files).items()]
    pairs.extend(read_traces(settings.observe.traces, sources))
    owners = [(path, owner, "codeowners", share) for path, owner, share in owners_of(root, sorted(files))]
    return Evidence(
        pairs=pd.DataFrame(pairs, columns=["source", "target", "view", "weight"]),
        owners=pd.DataFrame(owners, columns=["module", "owner", "source", "share"]),
        stability=pd.DataFrame(calm(commits, files), columns=["module", "commits", "last_changed_commit_index"]),
    )
