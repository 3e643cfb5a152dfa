"""What the page keeps of an earlier study, to say what changed since."""

from collections.abc import Sequence
from typing import Any

import msgspec

from analyzer.model.breaks import Break
from analyzer.model.cut import proposed
from analyzer.model.study import Study


def earlier(old: Study, new: Study) -> dict[str, Any]:
    """The earlier verdict, services and breaks, and the elements whose service or verdict is another one now."""
    before, after = _homes(old), _homes(new)
    moved = [[key, *before[key], *after[key]] for key in sorted(set(before) & set(after)) if before[key] != after[key]]
    return {
        "name": old.name,
        "version": old.version,
        "verdict": msgspec.to_builtins(old.verdict),
        "services": [{"key": one.key, "name": one.name, "kind": one.kind} for one in old.cut.services],
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
    return dict(
        zip(
            modules.index.tolist(),
            zip(modules["service"].tolist(), modules["verdict"].tolist(), strict=True),
            strict=True,
        )
    )


def changes(old: Study, new: Study) -> list[str]:
    """The same in a few lines of text: services, modules, breaks, figures."""
    before = earlier(old, new)
    came, went = _missing(new.breaks, old.breaks), _missing(old.breaks, new.breaks)
    keys_then, keys_now = ({one.key for one in proposed(study.cut)} for study in (old, new))
    lines = [f"Services: {len(keys_then)} -> {len(keys_now)}{_named(keys_now - keys_then, keys_then - keys_now)}"]
    lines.append(f"Modules: {len(before['moved'])} moved, {len(before['added'])} new, {len(before['removed'])} gone")
    lines += [
        f"  {key}: {was or how} -> {service or verdict}" for key, was, how, service, verdict in before["moved"][:20]
    ]
    lines.append(f"Breaks: {len(old.breaks)} -> {len(new.breaks)} ({came} came, {went} went)")
    values = {score.metric: score.value for score in old.verdict.scores if not score.service}
    lines += [
        f"{score.metric}: {_value(values.get(score.metric))} -> {_value(score.value)}"
        for score in new.verdict.scores
        if not score.service
    ]
    return lines


def _missing(breaks: Sequence[Break], among: Sequence[Break]) -> int:
    """How many are not among the others, neither by key nor by kind and both ends: services can be renamed."""
    keys, ties = {one.key for one in among}, {(one.kind, one.source, one.target) for one in among}
    return sum(one.key not in keys and (one.kind, one.source, one.target) not in ties for one in breaks)


def _named(came: set[str], went: set[str]) -> str:
    parts = [f"{word} {', '.join(sorted(keys))}" for word, keys in (("new:", came), ("gone:", went)) if keys]
    return f" ({'; '.join(parts)})" if parts else ""


def _value(value: float | None) -> str:
    return "no answer" if value is None else f"{value:.3f}"
