"""Every knob, its default, and one reason each."""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from analyzer.model.rules import Rules


class DiscoverSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Which files are read."""

    exclude: tuple[str, ...] = ()  # gitignore patterns, on top of the codebase's own .gitignore
    include_tests: bool = False  # tests say how code is used, not where it belongs: counted, not cut
    include_migrations: bool = False  # migrations repeat the models' history: counted, not cut
    max_file_bytes: int = 2_000_000  # larger files are generated data in every codebase we looked at


class ObserveSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Evidence from outside the source; the analysed code's own settings may not name files to read."""

    traces: tuple[str, ...] = ()  # files: OpenTelemetry spans, coverage.py's data with contexts, or a table of calls


class RunSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Where and how the work runs; the analysed code's own settings may not touch these."""

    engine: str = "processes"  # processes, inline or dask; separate processes survive a file that kills its reader
    workers: int = 0  # processes at once; 0 = one a core
    scheduler: str = ""  # address of a Dask scheduler, for the engine dask
    cache: str = ""  # folder of the cache; "" = the user's cache folder
    use_cache: bool = True  # facts of unchanged files are the same every time
    seconds_a_file: float = 10.0  # of CPU; the slowest honest file of the benchmark takes under two
    megabytes_a_worker: int = 2_000  # the largest honest file of the benchmark takes under 300


class PublishSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What gets a contract and a generated service."""

    kinds: tuple[Literal["service", "part"], ...] = ("service",)  # parts ship with a host and need no folder


DEFAULT_WORK: dict[str, tuple[float, float]] = {
    "authentication": (1.0, 5.0),
    "call": (0.5, 2.0),
    "circular_dependency": (0.5, 3.0),
    "data_access": (1.0, 4.0),
    "foreign_key": (1.0, 4.0),
    "inheritance": (0.5, 3.0),
    "instance_passed": (0.5, 2.0),
    "join": (1.0, 4.0),
    "many_to_many": (2.0, 6.0),
    "one_to_one": (1.0, 4.0),
    "reference": (0.25, 1.0),
    "shared_constant": (0.1, 0.25),
    "shared_library": (0.5, 2.0),
    "shared_state": (1.0, 4.0),
    "signal": (0.5, 2.0),
    "task": (0.25, 1.0),
    "test": (0.05, 0.25),
    "transaction": (3.0, 10.0),
    "generated": (0.05, 0.25),
    "place_changed": (0.05, 0.2),
    "same_change": (0.1, 0.5),
    "contested_table": (0.5, 3.0),
    "service": (5.0, 15.0),
    "module_moved": (0.05, 0.25),
    "table_moved": (0.5, 2.0),
    "route_moved": (0.1, 0.5),
}
"""Person-days for one work item, low and high. Low is somebody who knows the code and finds no surprise, high
somebody new who finds one. They are a starting point in proportion to each other, not measured on your project:
replace them with what your first extraction took. docs/roadmap.md says what each item means."""


class PlanSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How the roadmap counts effort and orders services."""

    work: dict[str, tuple[float, float]] = {}  # person-days by work item, over DEFAULT_WORK; teams differ
    extracted_at_once: int = 2  # services a wave; two teams can move without waiting for each other
    contested_cost: float = 0.25  # a contested table makes leaving a quarter dearer: the dispute comes first
    together_transactions: int = 2  # one shared transaction is a saga; from two on the pair keeps one set of books
    together_share: float = 0.5  # keep two services together when half the work to free one is between them
    together_at_most: int = 3  # more services than that in one unit would be the monolith again

    def __post_init__(self) -> None:
        """Refuse a weight nobody would read; the message names what can be weighed."""
        unknown = sorted(set(self.work) - set(DEFAULT_WORK))
        if unknown:
            raise ValueError(f"plan.work: no work item is called {unknown[0]!r}; there are {', '.join(DEFAULT_WORK)}")

    def weight(self, item: str) -> tuple[float, float]:
        """Person-days for one work item, low and high."""
        return self.work.get(item, DEFAULT_WORK[item])


class WeighSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How much each view counts beside the structure of the code, which counts 1; 0 leaves a view out."""

    structure: float = 1.0  # resolved links: what the interpreter would follow
    data: float = 0.5  # tables touched together bind harder than a call but are seen less surely
    words: float = 1.0  # words of the module's path; only as nearest neighbours, so a tenth of the pairs
    vocabulary: float = 0.25  # identifiers and docstrings: helps to place what nothing links, misleads when strong
    co_change: float = 0.5  # files changed together, where there is history
    trace: float = 1.0  # what really called what, where the user has traces
    run_together: float = 0.5  # what ran in the same tests or requests, where the user has coverage with contexts

    def strengths(self) -> dict[str, float]:
        """View name -> strength."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


class ClusterSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How the cut is found; every number lies on a plateau (docs/evaluation/boundaries.md shows which)."""

    layer_lift: float = 4.0  # a folder is a layer when shared words lift links this much more than the folder does
    parallel: float = 0.6  # children that repeat each other's file names this far are services, not parts of one
    largest: float = 0.34  # a folder with more than a third of the code is looked into
    attach: float = 0.3  # share of its ties that a leftover module must have to one group to join it
    pull: float = 0.5  # a word group with half its outward ties to another one belongs to it
    resolution: float = 1.5  # for what neither folder nor word places; 1 to 2 serve alike
    runs: int = 12  # disturbed repetitions behind each stability; fewer on large codebases


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """One run's settings, section by section; ``[tool.analyzer]`` in pyproject.toml has the same shape."""

    discover: DiscoverSettings = field(default_factory=DiscoverSettings)
    observe: ObserveSettings = field(default_factory=ObserveSettings)
    plan: PlanSettings = field(default_factory=PlanSettings)
    publish: PublishSettings = field(default_factory=PublishSettings)
    run: RunSettings = field(default_factory=RunSettings)
    weigh: WeighSettings = field(default_factory=WeighSettings)
    cluster: ClusterSettings = field(default_factory=ClusterSettings)
    rules: Rules = field(default_factory=Rules)  # a person's decisions, from the boundary file; none by default
    seed: int = 20_260  # any fixed number would do; one seed, so that one input has one answer


def spell_out(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Every knob that can change the answer, as (dotted name, value in JSON), sorted; where the work ran is none."""
    knobs = {name: value for name, value in msgspec.to_builtins(settings).items() if name != "run"}
    return tuple(sorted((name, msgspec.json.encode(value).decode()) for name, value in _flat(knobs, "")))


def _flat(knobs: dict[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for name, value in knobs.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
