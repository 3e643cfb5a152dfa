"""Frames become scopes: the bindings that others can see, sorted, and everything the walk gathered."""

from analyzer.model.expression import Index
from analyzer.model.facts import Scope
from analyzer.read.draft import Draft, Frame


def scope_of(draft: Draft, frame: Frame, words: str = "") -> Scope:
    """The finished scope of one frame."""
    node = frame.node
    return Scope(  # in the order of its fields: by name it takes six times as long, a hundredth of reading
        frame.kind,
        frame.name,
        frame.qualified,
        frame.parent.index if frame.parent is not None else -1,
        getattr(node, "lineno", 1),
        getattr(node, "end_lineno", None) or len(draft.lines),
        frame.first,
        frame.last,
        frame.parameters,
        frame.decorators,
        frame.bases,
        frame.keywords,
        _known(frame.returns),
        _known(frame.yields),
        tuple(frame.raises),
        frame.result,
        frame.result_text,
        _bindings(draft, frame),
        tuple(frame.annotations),
        tuple(frame.uses),
        frame.decorator_texts,
        frame.docstring,
        frame.is_async,
        bool(frame.yields),
        words,
        frame.blank and frame.kind == "function",
        0 in frame.returns,
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
