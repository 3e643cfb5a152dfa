"""What was discovered: the sources of one codebase, and what was left out."""

from pathlib import Path
from typing import NamedTuple

from analyzer.model.problem import Problem
from analyzer.model.source import Source


class Discovery(NamedTuple):
    """``root`` is absolute and free of links; ``sources`` sorted by path; ``name`` is the folder's, safe."""

    root: Path
    name: str
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
