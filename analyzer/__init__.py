"""Service boundaries for Python monoliths, from source alone: ``analyze`` a folder, get a ``Study``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analyzer.model.study import Study
    from analyzer.pipeline import analyze

__all__ = ["Study", "analyze"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the standard module hook; keeps `analyzer --help` fast
    """Import the heavy half only when somebody asks for it."""
    if name == "analyze":
        from analyzer.pipeline import analyze  # noqa: PLC0415 - lazily, see above

        return analyze
    if name == "Study":
        from analyzer.model.study import Study  # noqa: PLC0415 - lazily, see above

        return Study
    raise AttributeError(name)
