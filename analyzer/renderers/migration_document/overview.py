"""The first page: how much breaks, how much of it needs a person, and how long it may take."""

from collections import Counter

from analyzer.model.breaks import Break
from analyzer.model.cut import REMAINDER, count_kinds
from analyzer.model.study import Study
from analyzer.notation.prose import markdown
from analyzer.renderers.migration_document.text import counted, days, table

WIDEST_TABLE = 40  # columns that still can be read; a table of all pairs grows with the square of the services
MOST_PAIRS = 200  # the heaviest; breaks.csv has them all
WORDS = {"automatic": "for the generator", "with_loss": "with a stated loss", "decision": "for a person to decide"}


def overview_lines(study: Study) -> list[str]:
    """Title, one paragraph, and the breaks by kind and by pair of services."""
    how: Counter[str] = Counter(one.remedy.automation for one in study.breaks)
    said = ", ".join(f"{how[key]} {word}" for key, word in WORDS.items())
    summary = (
        f"The proposed cut makes {count_kinds(study.cut)} and severs "
        f"{counted(len(study.breaks), 'thing')}: {said}. "
        f"{counted(len(study.roadmap.waves), 'wave')}, {days(study.roadmap.effort)} of work by the weights in the "
        "settings. Every break with every place is in `breaks.csv`; the same steps for an issue tracker are in "
        "`backlog.csv`; one decision record for each service is in `decisions/`."
    )
    lines = [f"# Migration of {markdown(study.name)}", "", summary, ""]
    return lines + _by_kind(study.breaks) + _by_pair(study)


def _by_kind(breaks: tuple[Break, ...]) -> list[str]:
    if not breaks:
        return ["Nothing is severed.", ""]
    rows = []
    for kind in sorted({one.kind for one in breaks}):
        own = [one for one in breaks if one.kind == kind]
        how: Counter[str] = Counter(one.remedy.automation for one in own)
        places = sum(len(one.occurrences) for one in own)
        hot = sum(any(place.in_loop for place in one.occurrences) for one in own)
        asked = sum(any(place.in_request for place in one.occurrences) for one in own)
        rows.append((kind.replace("_", " "), len(own), places, asked, hot, *(how[key] for key in WORDS)))
    heads = ("Kind", "Breaks", "Places", "In a request", "In a loop", "Generated", "With a loss", "Decision")
    return ["## What the cut severs", "", *table(heads, rows)]


def _by_pair(study: Study) -> list[str]:
    counts = Counter((one.source_service, one.target_service) for one in study.breaks if one.kind != "test")
    tied = {key for pair in counts for key in pair}
    keys = [key for key in (*(service.key for service in study.cut.services), REMAINDER) if key in tied]
    if len(keys) < 2:  # noqa: PLR2004 - a table of pairs needs two
        return []
    if len(keys) > WIDEST_TABLE:
        return _heaviest_pairs(counts)
    rows = [(markdown(key), *("·" if key == other else counts[key, other] or "" for other in keys)) for key in keys]
    heads = ["Needs (row) of (column)", *(markdown(key) for key in keys)]
    return ["Breaks from the service in the row to the one in the column, tests left out:", "", *table(heads, rows)]


def _heaviest_pairs(counts: Counter[tuple[str, str]]) -> list[str]:
    """The pairs with the most breaks, where a table of all of them would be too wide to read."""
    heaviest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_PAIRS]
    told = "Breaks from one service to another, tests left out"
    told += f": the {MOST_PAIRS} heaviest of {len(counts)} pairs." if len(counts) > MOST_PAIRS else "."
    return [told, "", *table(("Service", "Needs", "Breaks"), [(*pair, count) for pair, count in heaviest])]
