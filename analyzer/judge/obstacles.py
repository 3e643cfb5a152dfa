"""What stands in the way of a split, each in one sentence with its figure, the most serious first."""

from collections.abc import Iterator

from analyzer.judge.advice import AS_GOOD, COMMUNITIES, CROSSING, Figures
from analyzer.model.cut import Cut
from analyzer.model.evidence import Views
from analyzer.model.graph import Graph

NAMED = 3  # examples in one sentence
PURE_TABLES = 0.8  # of a table's accesses by its owner: one in five from outside is a replica or a report
PURE_ENTRIES = 0.6  # of the code behind an entry point in one service: below it, most requests visit several


def obstacles(code: Graph, cut: Cut, views: Views, figures: Figures) -> tuple[str, ...]:
    """The obstacles; none for a cut whose figures are within all bounds. ``code`` has no tests and migrations."""
    return (*_coupling(figures), *_footing(figures), *_data(figures), *_everywhere(code, views), *_homeless(code, cut))


def _coupling(figures: Figures) -> Iterator[str]:
    crossing, quality = figures.values["ICP"], figures.values["modularity"]
    circles = round((figures.values["cycles"] or 0.0) * figures.processes)
    if crossing is not None and crossing > CROSSING:
        yield f"{crossing:.0%} of the calls between modules would go over the network, from one process to another."
    if quality is not None and quality < COMMUNITIES:
        yield (
            f"The services hang together little better than chance has it (modularity {quality:z.2f}; a clear "
            f"structure begins at {COMMUNITIES})."
        )
    if quality is not None and figures.packages is not None and figures.packages >= quality + AS_GOOD:
        yield (
            f"Today's {figures.package_count} top packages keep more inside ({figures.packages:z.2f} against "
            f"{quality:z.2f})."
        )
    if circles:
        yield (
            f"{_of(circles, figures.processes, 'processes')} (the services and what stays behind) use each other in "
            "circles: each of them needs another that needs it back."
        )


def _footing(figures: Figures) -> Iterator[str]:
    found = figures.footing
    if not found.answers:
        yield (
            f"{_of(found.services - found.standing, found.services, 'services')} own no table and no way in (route, "
            "task or program): by themselves they are code to share as packages."
        )
    if not found.brings_data:
        yield f"{_of(found.tables - found.moved, found.tables, 'tables')} would stay behind, where no service owns one."


def _data(figures: Figures) -> Iterator[str]:
    tables, transactions = figures.values["table purity"], figures.values["transaction purity"]
    entries = figures.values["entry purity"]
    if transactions is not None and transactions < 1:
        yield f"{1 - transactions:.0%} of the transactions that write several tables would span processes."
    if tables is not None and tables < PURE_TABLES:
        yield f"On average {1 - tables:.0%} of the accesses to a table come from outside the service that uses it most."
    if entries is not None and entries < PURE_ENTRIES:
        yield f"On average only {entries:.0%} of the code behind an entry point lies in one service."


def _everywhere(code: Graph, views: Views) -> Iterator[str]:
    """The omnipresent modules of the code, by name."""
    names = code.elements["name"]
    found = sorted(str(names.at[key]) for key in views.nodes.index[views.nodes["omnipresent"]] if key in names.index)
    if len(found) == 1:
        yield f"{found[0]} is linked to more than a tenth of the code."
    elif found:
        examples = f"{', '.join(found[:NAMED])} and {len(found) - NAMED} more" if len(found) > NAMED + 1 else ""
        yield f"{examples or ', '.join(found)} are linked to more than a tenth of the code each."


def _homeless(code: Graph, cut: Cut) -> Iterator[str]:
    modules = code.elements.index[code.elements["kind"] == "module"]
    count = int((cut.placements.loc[modules, "verdict"] == "unplaced").sum())
    if count:
        yield f"{count} module{'s' * (count != 1)} could not be placed."


def _of(some: int, count: int, what: str) -> str:
    return f"All {count} {what}" if some == count else f"{some} of the {count} {what}"
