"""Frames become scopes: the bindings that others can see, sorted, and everything the walk gathered."""

from analyzer.model.expression import Index
from analyzer.model.facts import Scope
from analyzer.read.draft import Draft, Frame


def scope_of(draft: Draft, frame: Frame, words: str = "") -> Scope:
    """The finished scope of one frame."""
    node = frame.node
    return Scope(
        kind=frame.kind,
        name=frame.name,
        qualified=frame.qualified,
        parent=frame.parent.index if frame.parent is not None else -1,
        line=getattr(node, "lineno", 1),
        end_line=getattr(node, "end_lineno", None) or len(draft.lines),
        first=frame.first,
        last=frame.last,
        parameters=frame.parameters,
        decorators=frame.decorators,
        bases=frame.bases,
        keywords=frame.keywords,
        returns=_known(frame.returns),
        yields=_known(frame.yields),
        raises=tuple(frame.raises),
        result=frame.result,
        result_text=frame.result_text,
        bindings=_bindings(draft, frame),
        annotations=tuple(frame.annotations),
        uses=tuple(frame.uses),
        decorator_texts=frame.decorator_texts,
        docstring=frame.docstring,
        is_async=frame.is_async,
        is_generator=bool(frame.yields),
        words=words,
        blank=frame.blank and frame.kind == "function",
        opaque=0 in frame.returns,
    )


def _known(values: list[Index]) -> tuple[Index, ...]:
    return tuple([index for index in dict.fromkeys(values) if index]) if values else ()


def _bindings(draft: Draft, frame: Frame) -> tuple[tuple[str, Index, int], ...]:
    values: dict[str, Index]
    if frame.kind in ("module", "class"):
        values = dict(frame.environment)
        gone = frame.read_inside - values.keys()
    else:
        values = {}
        gone = frame.read_inside
    if gone:
        every: dict[str, list[Index]] = {}
        for name, value in frame.trail:
            if name in gone:
                every.setdefault(name, []).append(value)
        for name, options in every.items():
            values[name] = draft.choice(options)
    lines = frame.lines
    return tuple([(name, values[name], lines.get(name, 0)) for name in sorted(values)]) if values else ()
