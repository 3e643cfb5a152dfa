"""Which file of the codebase a trace means: by the end of a path, or by the beginning of a dotted name."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from analyzer.model.source import Source

_INSIDE = re.compile(r"\.py(?:::?.*)?$")  # what may follow a file: `::Class.method`, `:12`


class Whereabouts(Struct, frozen=True):
    """The files of the codebase, to be looked up by what machines elsewhere called them."""

    by_last: Mapping[str, tuple[str, ...]]  # last part of a path -> paths, the longest first
    by_name: Mapping[str, str]  # dotted name of a module -> path

    @staticmethod
    def of(sources: Sequence[Source]) -> "Whereabouts":
        """The whereabouts of the code; tests and migrations are somewhere else."""
        by_last: dict[str, list[str]] = defaultdict(list)
        for source in sources:
            if source.role == "code":
                by_last[source.path.rpartition("/")[2]].append(source.path)
        return Whereabouts(
            by_last={
                last: tuple(sorted(paths, key=lambda path: (-len(path), path))) for last, paths in by_last.items()
            },
            by_name={source.module: source.path for source in sources if source.role == "code"},
        )

    def find(self, text: str) -> str:
        """The path of the file that a path or a dotted name means; "" when it is none of ours."""
        if _INSIDE.search(text) or "/" in text or "\\" in text:
            return self._by_path(_INSIDE.sub(".py", text).replace("\\", "/"))
        return self._by_name(text.replace("::", ".").replace(":", "."))

    def _by_path(self, path: str) -> str:
        known = self.by_last.get(path.rpartition("/")[2], ())
        return next((ours for ours in known if path == ours or path.endswith(f"/{ours}")), "")

    def _by_name(self, name: str) -> str:
        while name:
            if name in self.by_name:
                return self.by_name[name]
            name = name.rpartition(".")[0]
        return ""
