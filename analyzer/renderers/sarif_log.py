"""The breaks as a SARIF 2.1.0 log, for code scanning views and editors."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from analyzer.model.artifact import Artifact
from analyzer.model.breaks import Break, Occurrence
from analyzer.model.family import Renderer
from analyzer.model.study import Study
from analyzer.notation.prose import plain

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"decision": "warning", "with_loss": "note", "automatic": "note"}
_PLACES = 20  # viewers list every location; the count of all stands in the message


def draw(study: Study) -> Iterable[Artifact]:
    """``breaks.sarif``: one rule a kind of break, one result a break."""
    kinds = sorted({item.kind for item in study.breaks})
    driver = {
        "name": "monolith-analyzer",
        "version": study.version,
        "rules": [{"id": kind, "shortDescription": {"text": _title(kind)}} for kind in kinds],
    }
    results = [_result(item, kinds.index(item.kind)) for item in study.breaks]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    yield Artifact("breaks.sarif", json.dumps(log, indent=1) + "\n")


def _title(kind: str) -> str:
    return f"The proposed cut severs: {kind.replace('_', ' ')}"


def _result(item: Break, rule: int) -> dict[str, object]:
    places = len(item.occurrences)
    text = f"{item.source_service} depends on {item.target_service}: {item.detail or item.kind}. {item.remedy.title}."
    return {
        "ruleId": item.kind,
        "ruleIndex": rule,
        "level": _LEVELS[item.remedy.automation],
        "message": {"text": _message(text if places <= _PLACES else f"{text} {places} places in all.")},
        "locations": [_location(place) for place in item.occurrences[:_PLACES]],
        "partialFingerprints": {"break/v1": item.key},
        "properties": {"remedy": item.remedy.kind, "automation": item.remedy.automation, "confidence": item.confidence},
    }


def _message(text: str) -> str:
    """One plain line; brackets and braces would be links and placeholders."""
    line = plain(text, 600).replace("\\", "\\\\")
    return line.replace("[", "\\[").replace("]", "\\]").replace("{", "{{").replace("}", "}}")


def _location(place: Occurrence) -> dict[str, object]:
    region = {"region": {"startLine": place.line}} if place.line > 0 else {}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.file)}, **region}}


RENDERER = Renderer("sarif", "The breaks for code scanning views (SARIF)", draw, default=False)
