"""On which side of the cut each element is, as it would run."""

from analyzer.model.cut import REMAINDER, Cut, processes


def sides_of(cut: Cut) -> dict[str, str]:
    """The service that each owned element runs in: parts with their host, those without one in what is left.

    Between parts that stay behind together nothing is severed.
    """
    placements = cut.placements
    runs_in = processes(cut)
    owned = placements.loc[placements["verdict"] == "owned", "service"]
    placed = zip(owned.index.tolist(), owned.tolist(), strict=True)
    return {str(key): runs_in.get(str(service), str(service)) for key, service in placed}


def spoken(service: str) -> str:
    """The key of a service in a sentence; what stays behind has no name of its own."""
    return "the rest of the monolith" if service == REMAINDER else service
