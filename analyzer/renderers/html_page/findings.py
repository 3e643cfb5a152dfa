"""What the study found, prepared for the page: breaks with their places and excerpts, data ownership, evidence."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from analyzer.model.breaks import Break
from analyzer.model.cut import REMAINDER
from analyzer.model.excerpt import Excerpt
from analyzer.model.study import Study
from analyzer.model.tables import outcome_table
from analyzer.renderers.html_page.columns import Texts, code, codes

PLACES_A_BREAK = 6  # a reader looks at the first few; the count of all is shown beside them
BREAKS_SHOWN = 20_000  # nobody reads more, and they would take most of the page
REST = -2  # position of what stays behind, which is no service
_ORDER = {"decision": 0, "with_loss": 1, "automatic": 2}
EXCERPT_CHARACTERS = 1_500_000  # about 250 KB once compressed, inside the budget of 3 MB for the page


def break_columns(study: Study, units: dict[str, int], texts: Texts) -> dict[str, Any]:
    """Breaks column by column, remedies by number, and the first places of each."""
    breaks = hardest(study.breaks)
    position = {service.key: number for number, service in enumerate(study.cut.services)} | {REMAINDER: REST}
    remedies = sorted({_json(item.remedy) for item in breaks})
    number = {text: place for place, text in enumerate(remedies)}
    return {
        "key": codes(texts, (item.key for item in breaks)),
        "kind": codes(texts, (item.kind for item in breaks)),
        "source": codes(texts, (item.source for item in breaks)),
        "target": codes(texts, (item.target for item in breaks)),
        "source_unit": [units.get(item.source, -1) for item in breaks],
        "target_unit": [units.get(item.target, -1) for item in breaks],
        "source_service": [position.get(item.source_service, -1) for item in breaks],
        "target_service": [position.get(item.target_service, -1) for item in breaks],
        "remedy": [number[_json(item.remedy)] for item in breaks],
        "remedies": [msgspec.json.decode(text) for text in remedies],
        "detail": codes(texts, (item.detail for item in breaks)),
        "facts": [[[code(texts, name), code(texts, value)] for name, value in item.facts] for item in breaks],
        "confidence": [round(item.confidence, 3) for item in breaks],
        "places": [_places(item, texts) for item in breaks],
        "total": [len(item.occurrences) for item in breaks],
        "left_out": len(study.breaks) - len(breaks),
    }


def hardest(breaks: Sequence[Break]) -> list[Break]:
    """The breaks in their order; of more than ``BREAKS_SHOWN`` those that need people most."""
    if len(breaks) <= BREAKS_SHOWN:
        return list(breaks)
    ranked = sorted(breaks, key=lambda item: (_ORDER[item.remedy.automation], -len(item.occurrences), item.key))
    return sorted(ranked[:BREAKS_SHOWN], key=lambda item: item.key)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _places(item: Break, texts: Texts) -> list[list[int]]:
    shown = item.occurrences[:PLACES_A_BREAK]
    return [
        [code(texts, place.file), place.line, 2 * place.in_request + place.in_loop, code(texts, place.detail)]
        for place in shown
    ]


def excerpt_columns(study: Study, texts: Texts) -> dict[str, Any]:
    """Source lines around the places of the breaks, as far as the page's budget goes."""
    kept: list[Excerpt] = []
    room = EXCERPT_CHARACTERS
    for excerpt in study.excerpts:
        room -= len(excerpt.text)
        if room < 0:
            break
        kept.append(excerpt)
    return {
        "file": codes(texts, (excerpt.file for excerpt in kept)),
        "line": [excerpt.line for excerpt in kept],
        "first": [excerpt.first for excerpt in kept],
        "text": [excerpt.text for excerpt in kept],
        "left_out": len(study.excerpts) - len(kept),
    }


def evidence(study: Study) -> dict[str, Any]:
    """What the analysis read, resolved and could not see."""
    coverage = study.graph.coverage
    outcomes = coverage.groupby("outcome")["count"].sum().sort_index()
    kinds = study.graph.elements["kind"].astype(str).value_counts()
    links = study.graph.links["kind"].astype(str).value_counts()
    return {
        "roles": dict(sorted(Counter(source.role for source in study.sources).items())),
        "elements": {kind: int(kinds[kind]) for kind in sorted(kinds.index)},
        "links": {kind: int(links[kind]) for kind in sorted(links.index)},
        "lines": int(study.graph.elements.loc[study.graph.elements["kind"] == "module", "lines"].sum()),
        "outcomes": {str(name): int(count) for name, count in outcomes.items()},
        "outcomes_by_service": _outcomes_by_service(study),
        "blind_spots": _blind_spots(study),
        "problems": _limited(study.problems, 400),
        "problem_count": len(study.problems),
        "settings": study.settings,
    }


def _outcomes_by_service(study: Study) -> list[dict[str, object]]:
    """The references of each service, part and group by where they led; those that have none are left out."""
    table = outcome_table(study)
    return [
        {"service": str(key), **{str(name): int(count) for name, count in row.items()}}
        for key, row in zip(table.index, table.to_dict("records"), strict=True)
        if any(row.values())
    ]


def _blind_spots(study: Study) -> list[list[object]]:
    """The modules with the most references that led nowhere: (module key, unresolved, all)."""
    coverage = study.graph.coverage
    if not len(coverage):
        return []
    lost = coverage[coverage["outcome"].isin(["dynamic", "unknown_receiver", "undefined"])]
    total, missing = coverage.groupby("module")["count"].sum(), lost.groupby("module")["count"].sum()
    worst = sorted(((-int(count), str(module)) for module, count in missing.items()))[:15]
    return [[module, -count, int(total[module])] for count, module in worst]


def _limited(values: Sequence[Any], limit: int) -> list[Any]:
    return [msgspec.to_builtins(value) for value in values[:limit]]
