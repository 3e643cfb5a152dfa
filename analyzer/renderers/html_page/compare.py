"""What the page keeps of an earlier study, to say what changed since."""

from typing import Any

import msgspec

from analyzer.model.study import Study


def earlier(old: Study, new: Study) -> dict[str, Any]:
    """The earlier verdict, services and breaks, and the elements whose service or verdict is another one now."""
    before, after = _homes(old), _homes(new)
    moved = [[key, *before[key], *after[key]] for key in sorted(set(before) & set(after)) if before[key] != after[key]]
    return {
        "name": old.name,
        "version": old.version,
        "verdict": msgspec.to_builtins(old.verdict),
        "services": [{"key": service.key, "name": service.name} for service in old.cut.services],
        "moved": moved,
        "added": sorted(set(after) - set(before)),
        "removed": sorted(set(before) - set(after)),
        "breaks": [
            [item.key, item.kind, item.source, item.target, item.source_service, item.target_service, item.remedy.title]
            for item in old.breaks
        ],
    }


def _homes(study: Study) -> dict[str, tuple[str, str]]:
    """Module key to its service and verdict."""
    placed = study.graph.elements[["kind"]].join(study.cut.placements, how="inner")
    modules = placed[placed["kind"] == "module"]
    return dict(zip(modules.index, zip(modules["service"], modules["verdict"], strict=True), strict=True))
