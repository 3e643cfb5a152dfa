"""Where the cache lives."""

from pathlib import Path

import platformdirs

from analyzer.settings import RunSettings


def cache_folder(knobs: RunSettings) -> Path:
    """The folder that the settings name, else the user's cache folder."""
    return Path(knobs.cache) if knobs.cache else platformdirs.user_cache_path("monolith-analyzer", appauthor=False)
