"""Every knob, its default, and one reason each."""

from msgspec import Struct, field


class DiscoverSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Which files are read."""

    exclude: tuple[str, ...] = ()  # gitignore patterns, on top of the codebase's own .gitignore
    include_tests: bool = False  # tests say how code is used, not where it belongs: counted, not cut
    include_migrations: bool = False  # migrations repeat the models' history: counted, not cut
    max_file_bytes: int = 2_000_000  # larger files are generated data in every codebase we looked at


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """One run's settings, section by section; ``[tool.analyzer]`` in pyproject.toml has the same shape."""

    discover: DiscoverSettings = field(default_factory=DiscoverSettings)
    seed: int = 20_260  # any fixed number would do; one seed, so that one input has one answer
