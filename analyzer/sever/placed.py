"""On which side of the cut each element is, as it would run."""

from analyzer.model.cut import REMAINDER, Cut, processes
from analyzer.model.remembered import remembered


def sides_of(cut: Cut) -> dict[str, str]:
    """The service that each owned element runs in: parts with their host, those without one in what is left.

    Between parts that stay behind together nothing is severed.
    """
    return remembered(cut, "sides", lambda: _sides(cut))


def _sides(cut: Cut) -> dict[str, str]:
    placements = cut.placements
    runs_in = processes(cut)
    owned = placements.loc[placements["verdict"] == "owned", "service"]
    placed = zip(owned.index.tolist(), owned.tolist(), strict=True)
    return {key: runs_in.get(service, service) for key, service in placed}


def spoken(service: str) -> str:
    """The key of a service in a sentence; what stays behind has no name of its own."""
    return "the rest of the monolith" if service == REMAINDER else service
