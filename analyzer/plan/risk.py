"""How risky a step is, with the reasons that make it so."""

from typing import Literal

from analyzer.model.breaks import Break
from analyzer.plan.situation import Situation, Unit

Risk = Literal["low", "medium", "high"]


def risk_of(
    situation: Situation, unit: Unit, breaks: list[Break], files: tuple[str, ...]
) -> tuple[Risk, tuple[str, ...]]:
    """High when data can end up wrong, medium when behaviour can, low otherwise."""
    grave = _grave(situation, unit, breaks)
    mild = _mild(situation, breaks, files)
    risk: Risk = "high" if grave else "medium" if mild else "low"
    return risk, (*grave, *mild) or ("every break of the step has a remedy that loses nothing",)


def _grave(situation: Situation, unit: Unit, breaks: list[Break]) -> list[str]:
    reasons = []
    transactions = sum(one.kind == "transaction" for one in breaks)
    if transactions:
        reasons.append(f"{transactions} transactions across services become sagas")
    cascades = sum("CASCADE" in dict(one.facts).get("on_delete", "").upper() for one in breaks)
    if cascades:
        reasons.append(f"{cascades} cascading deletes become distributed deletes")
    writes = sum(dict(one.facts).get("mode") == "write" for one in breaks)
    if writes:
        reasons.append(f"{writes} tables are written from another service")
    contested = situation.contested(unit) if breaks else []
    if contested:
        reasons.append(f"{len(contested)} of its tables are contested")
    return reasons


def _mild(situation: Situation, breaks: list[Break], files: tuple[str, ...]) -> list[str]:
    reasons = []
    decisions = sum(one.remedy.automation == "decision" for one in breaks)
    if decisions:
        reasons.append(f"{decisions} breaks need a decision by a person")
    hot = sum(any(place.in_request and place.in_loop for place in one.occurrences) for one in breaks)
    if hot:
        reasons.append(f"{hot} breaks are inside a loop on a request path")
    bare = sum(not situation.tests.get(file) for file in files)
    if files and bare == len(files):
        reasons.append("no test refers to the files it touches")
    elif bare * 2 > len(files):
        reasons.append(f"no test refers to {bare} of the {len(files)} files it touches")
    return reasons
