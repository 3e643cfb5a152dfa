"""Counts of what a cut goes through, each kind with what counts and what does not."""

from msgspec.structs import replace
from studies.busy import busy_study

from analyzer.model.crossings import RULES, count_crossings
from analyzer.model.study import Study


def counts(study: Study) -> dict[str, int]:
    return count_crossings(study.graph, study.cut)


def together(study: Study) -> Study:
    placements = study.cut.placements.assign(service="orders", verdict="owned")
    return replace(study, cut=replace(study.cut, placements=placements))


def test_every_kind_is_counted_by_its_rule() -> None:
    assert counts(busy_study()) == {
        "uses": 5,
        "inheritance": 1,
        "reads": 1,
        "writes": 1,
        "tasks": 1,
        "relations": 1,
        "joins": 1,  # the same tables in another order are the same query; both tables of orders are no crossing
        "transactions": 1,
        "events": 2,  # one is published, one comes from the sender that is named; a handler at home is none
        "instances": 1,  # there and back is one function; within a service is none
        "checks": 1,  # two places of one service; without a table of the codebase is none
        "state": 1,  # what nobody changes is none
    }
    assert list(counts(busy_study())) == list(RULES)


def test_one_service_severs_nothing() -> None:
    assert set(counts(together(busy_study())).values()) == {0}


def test_what_nobody_owns_is_not_severed() -> None:
    study = busy_study()
    placements = study.cut.placements.assign(verdict="shared")
    assert set(counts(replace(study, cut=replace(study.cut, placements=placements))).values()) == {0}
