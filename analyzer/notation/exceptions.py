"""The exceptions of a contract as classes of a client package."""

import builtins
from typing import NamedTuple

from analyzer.model.contract import Contract
from analyzer.notation import services
from analyzer.notation.names import is_identifier
from analyzer.notation.python import Code, identifier, literal

_PLAIN_BUILTINS = frozenset(
    {"ArithmeticError", "AssertionError", "AttributeError", "ConnectionError", "FileExistsError", "FileNotFoundError"}
    | {"IndexError", "KeyError", "LookupError", "NotImplementedError", "OSError", "OverflowError", "PermissionError"}
    | {"RuntimeError", "TimeoutError", "TypeError", "ValueError", "ZeroDivisionError"}
)
"""Built-in exceptions that accept one text: a remote one can be a subclass, so that ``except ValueError`` holds."""

_OWN = frozenset({"RemoteProblem"})


class ClientException(NamedTuple):
    """One class of ``exceptions.py``; ``uri`` is "" for a parent that nothing raises itself."""

    name: Code
    bases: Code
    text: str
    uri: Code


def client_exceptions(contract: Contract) -> list[ClientException]:
    """Parents first, then the problems by name; every class is a ``RemoteProblem``."""
    problems = {problem.name: problem for problem in contract.problems}
    parents = {
        parent: None
        for problem in contract.problems
        for parent in problem.parents
        if is_identifier(parent) and parent not in problems and parent not in _OWN and not hasattr(builtins, parent)
    }
    known = {*parents, *problems}
    found = [ClientException(identifier(name), Code("RemoteProblem"), name, Code("")) for name in sorted(parents)]
    for problem in sorted(contract.problems, key=lambda p: (len(p.parents), p.name)):
        bases = [identifier(parent) for parent in problem.parents[:1] if parent in known and parent != problem.name]
        bases += [Code("RemoteProblem")] * (not bases)
        if problem.name in _PLAIN_BUILTINS:
            bases.append(Code(f"builtins.{identifier(problem.name)}"))
        uri = literal(services.problem_uri(contract.service, problem.slug))
        text = problem.description or problem.name
        found.append(ClientException(identifier(problem.name), Code(", ".join(bases)), text, uri))
    return found
