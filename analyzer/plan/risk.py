"""How risky a step is, with the reasons that make it so."""

from typing import Literal

from analyzer.model.breaks import Break
from analyzer.plan.order import DATA_KINDS
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
    facts = [dict(one.facts) for one in breaks]
    contested = situation.contested(unit) if any(one.kind in DATA_KINDS for one in breaks) else []
    counts = (
        (sum(one.kind == "transaction" for one in breaks), "transaction becomes a saga", "transactions become sagas"),
        (
            sum("CASCADE" in fact.get("on_delete", "").upper() for fact in facts),
            "cascading delete becomes a distributed one",
            "cascading deletes become distributed ones",
        ),
        (
            sum(fact.get("mode") == "write" for fact in facts),
            "table is written from the other side",
            "tables are written from the other side",
        ),
        (len(contested), "of its tables is contested", "of its tables are contested"),
    )
    return [_counted(*row) for row in counts if row[0]]


def _mild(situation: Situation, breaks: list[Break], files: tuple[str, ...]) -> list[str]:
    decisions = sum(one.remedy.automation == "decision" for one in breaks)
    hot = sum(any(place.in_request and place.in_loop for place in one.occurrences) for one in breaks)
    code = [file for file in files if file not in situation.test_files]
    bare = sum(not situation.tests.get(file) for file in code)
    counts = (
        (decisions, "break needs a decision by a person", "breaks need a decision by a person"),
        (hot, "break is in a loop on the way of a request", "breaks are in a loop on the way of a request"),
    )
    reasons = [_counted(*row) for row in counts if row[0]]
    if code and bare == len(code):
        reasons.append("no test refers to the files it touches")
    elif bare * 2 > len(code):
        reasons.append(f"no test refers to {bare} of the {len(code)} files it touches")
    return reasons


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
