"""The cut as it would run: one process a service with the parts it hosts, and one for all that stays behind."""

from msgspec.structs import replace

from analyzer.model.cut import Cut, processes


def as_run(cut: Cut) -> Cut:
    """The cut with every element that somebody owns placed in the process it would run in."""
    runs_in = processes(cut)
    groups = cut.placements["service"].tolist()
    return replace(cut, placements=cut.placements.assign(service=[runs_in.get(key, key) for key in groups]))


def count_processes(cut: Cut) -> int:
    """How many processes own something."""
    owned = cut.placements["verdict"] == "owned"
    return len(set(cut.placements.loc[owned, "service"].tolist()) - {""})
