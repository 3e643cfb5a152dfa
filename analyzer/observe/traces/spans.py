"""Calls out of OpenTelemetry spans: OTLP in JSON, and the JSON that the Python SDK prints."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from analyzer.observe.traces.documents import Document
from analyzer.observe.traces.whereabouts import Whereabouts

# Where a span says which code it is about, the surest first (OpenTelemetry semantic conventions for code, and the
# names that they had before 2025).
ATTRIBUTES = ("code.file.path", "code.filepath", "code.function.name", "code.namespace")

SpanKey = tuple[str, str]


class Span(Struct, frozen=True):
    """One span: its own key, that of the span around it, and the file it is about, "" when it is none of ours."""

    key: SpanKey
    around: SpanKey
    file: str


def read_spans(found: Sequence[Document], where: Whereabouts) -> Counter[tuple[str, str]]:
    """(file of the caller, file of the called) -> spans; spans of libraries between the two are looked through."""
    spans = {span.key: span for document in found for span in _spans(document, where)}
    calls: Counter[tuple[str, str]] = Counter()
    callers: dict[SpanKey, str] = {}
    for span in spans.values():
        caller = _caller(span, spans, callers)
        if span.file and caller and caller != span.file:
            calls[caller, span.file] += 1
    return calls


def _caller(span: Span, spans: Mapping[SpanKey, Span], known: dict[SpanKey, str]) -> str:
    """The file of the nearest span around this one that is ours; ``known`` keeps what was climbed already."""
    climbed: dict[SpanKey, None] = {}
    key, caller = span.around, ""
    while key in spans and key not in climbed and not caller:
        if key in known:
            caller = known[key]
            break
        climbed[key] = None
        caller, key = spans[key].file, spans[key].around
    known.update(dict.fromkeys(climbed, caller))
    return caller


def _spans(document: Document, where: Whereabouts) -> Iterator[Span]:
    if "resourceSpans" in document:
        for resource in _dicts(document["resourceSpans"]):
            for group in _dicts(resource.get("scopeSpans")):
                scope = group.get("scope")
                name = str(scope.get("name", "")) if isinstance(scope, dict) else ""
                for span in _dicts(group.get("spans")):
                    trace, told = str(span.get("traceId", "")), _attributes(span.get("attributes"))
                    key, around = str(span.get("spanId", "")), str(span.get("parentSpanId", ""))
                    yield Span((trace, key), (trace, around), _file(told, (name, str(span.get("name", ""))), where))
    elif isinstance(context := document.get("context"), dict):
        trace, key = str(context.get("trace_id", "")), str(context.get("span_id", ""))
        around, given = str(document.get("parent_id", "")), document.get("attributes")
        file = _file(given if isinstance(given, dict) else {}, (str(document.get("name", "")),), where)
        yield Span((trace, key), (trace, around), file)


def _file(told: Mapping[str, Any], names: Sequence[str], where: Whereabouts) -> str:
    """By what the attributes say, else by the name of the tracer (often ``__name__``) or of the span."""
    said = (str(told[name]) for name in ATTRIBUTES if name in told)
    return next((file for text in (*said, *names) if (file := where.find(text))), "")


def _attributes(given: object) -> dict[str, str]:
    """OTLP's list of keys with typed values, the texts of it."""
    pairs = ((one.get("key"), one.get("value")) for one in _dicts(given))
    return {
        str(key): str(value["stringValue"])
        for key, value in pairs
        if isinstance(value, dict) and "stringValue" in value
    }


def _dicts(given: object) -> list[dict[str, Any]]:
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
