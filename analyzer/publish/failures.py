"""Exceptions that the code raises, to the problems an operation declares."""

from collections.abc import Iterable

from analyzer.model.contract import ProblemType
from analyzer.notation.names import is_identifier, kebab, pascal, unique, words
from analyzer.notation.prose import first_sentence
from analyzer.publish.codebase import Codebase, ancestors
from analyzer.publish.draft import Draft

_STATUS_WORDS: tuple[tuple[int, frozenset[str]], ...] = (
    (404, frozenset({"notfound", "found", "exist", "missing", "unknown", "key", "lookup", "index", "no"})),
    (401, frozenset({"unauthorized", "unauthenticated", "authentication", "credentials", "login"})),
    (403, frozenset({"permission", "forbidden", "denied", "access", "authorization", "allowed"})),
    (429, frozenset({"throttled", "quota", "rate", "many"})),
    (
        409,
        frozenset(
            [
                "conflict",
                "duplicate",
                "already",
                "exists",
                "integrity",
                "stock",
                "insufficient",
                "locked",
                "stale",
                "state",
                "closed",
            ]
        ),
    ),
    (503, frozenset({"timeout", "unavailable", "connection", "network", "retry"})),
    (501, frozenset({"implemented", "supported"})),
    (422, frozenset({"validation", "invalid", "value", "type", "bad", "malformed", "parse", "decode"})),
)
"""Words in exception names, in the order they are tried: the reading of the HTTP statuses in RFC 9110."""

_TAKEN = frozenset({"BY_TYPE", "RemoteProblem", "ServiceProblem", "builtins"})  # what generated modules use themselves
_OTHERWISE = 422  # a rule of the domain refused the request: understood, well-formed, not carried out
_DEPTH = 3  # calls followed to collect what an operation may raise; deeper frames rarely mean their exceptions for it
_MOST = 64  # functions looked at for one operation, so that the work stays linear


def declared_failures(draft: Draft, element: str) -> tuple[tuple[int, str], ...]:
    """(status, problem name) for what ``element`` and the functions it calls within its service raise."""
    raised: dict[str, None] = {}
    for key in _reachable(draft.codebase, element, draft.service):
        signature = draft.codebase.signatures.get(key)
        for exception in signature.raises if signature else ():
            raised[exception] = None
    found = [
        problem_type(draft, exception) for exception in sorted(raised) if _last(exception) != "NotImplementedError"
    ]
    return tuple(sorted({(problem.status, problem.name) for problem in found}))


def _reachable(codebase: Codebase, element: str, service: str) -> list[str]:
    seen, layer = {element: None}, [element]
    for _ in range(_DEPTH):
        layer = [
            callee
            for key in layer
            for callee in codebase.calls.get(key, ())
            if callee not in seen and codebase.service_of.get(callee) == service
        ][:_MOST]
        seen.update(dict.fromkeys(layer))
        if len(seen) > _MOST:
            break
    return list(seen)


def problem_type(draft: Draft, exception: str) -> ProblemType:
    """The problem for an exception, given by element key or dotted name; one for each."""
    if exception in draft.problem_of:
        return draft.problems[draft.problem_of[exception]]
    said = _last(exception)
    name = unique(said if is_identifier(said) else pascal(said, "Failure"), {*draft.problems, *_TAKEN}, separator="")
    parents = _parents(draft.codebase, exception)
    signature = draft.codebase.signatures.get(exception)
    problem = ProblemType(
        name=name,
        status=_status([_last(exception), *parents]),
        slug=kebab(name),
        element=exception,
        parents=parents,
        description=first_sentence(signature.docstring) if signature else "",
    )
    draft.problems[name] = problem
    draft.problem_of[exception] = name
    return problem


def _last(exception: str) -> str:
    return exception.rsplit("::", 1)[-1].rsplit(".", 1)[-1]


def _parents(codebase: Codebase, exception: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_last(key) for key in ancestors(codebase, exception)))


def _status(names: Iterable[str]) -> int:
    for name in names:
        said = set(words(name))
        for status, signs in _STATUS_WORDS:
            if said & signs:
                return status
    return _OTHERWISE
