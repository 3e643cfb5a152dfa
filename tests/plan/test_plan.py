"""Waves: cheap things first, data before its service, few inbound breaks before many."""

import pytest
from msgspec.structs import replace
from plan.made_up import breaks_of, outline, roadmap_of
from sever.monolith import monolith

from analyzer.model.breaks import Remedy, TableOwner
from analyzer.plan import plan
from analyzer.plan.effort import work_items
from analyzer.settings import PlanSettings, Settings

SHOP = """
    1 call catalogue customers
    4 call orders catalogue
    2 foreign_key orders customers
    1 signal mails orders
"""


def test_cheap_ones_go_first_then_those_that_few_depend_on() -> None:
    found = roadmap_of("catalogue customers mails orders", SHOP, settings=PlanSettings(extracted_at_once=1))
    assert outline(found) == [
        ["events-mails"],
        ["extract-mails", "data-orders", "api-orders"],
        ["extract-orders", "api-catalogue"],
        ["extract-catalogue"],
    ]


def test_what_is_no_service_stays_behind_and_is_never_extracted() -> None:
    text = "4 call orders the-monolith\n1 call mails orders"
    found = roadmap_of("mails orders (forms) (views)", text, settings=PlanSettings(extracted_at_once=1))
    assert outline(found) == [["api-mails"], ["extract-mails", "api-orders"], ["extract-orders"]]


def test_a_modular_monolith_comes_before_the_first_extraction() -> None:
    found = roadmap_of("catalogue customers mails", "1 call mails catalogue\n2 call customers catalogue", modular=True)
    assert outline(found) == [["api-customers", "api-mails"], ["extract-customers", "extract-mails"]]


def test_nothing_to_split_is_an_empty_roadmap() -> None:
    found = roadmap_of("shop", "")
    assert (outline(found), found.kept_together, found.effort.high) == ([], (), 0.0)
    assert found.sensitivity == ("Nothing is severed, so no weight changes the order.",)


def test_every_break_between_services_is_healed_exactly_once_and_needs_come_first() -> None:
    found = roadmap_of("catalogue customers mails orders", SHOP + "2 shared_constant mails orders\n3 test orders mails")
    healed = [key for wave in found.waves for step in wave.steps for key in step.breaks]
    expected = breaks_of(SHOP + "2 shared_constant mails orders\n3 test orders mails")
    assert sorted(healed) == [one.key for one in expected]
    wave_of = {step.key: wave.number for wave in found.waves for step in wave.steps}
    for wave in found.waves:
        for step in wave.steps:
            assert all(wave_of[need] < wave.number for need in step.needs)


def test_a_service_is_never_extracted_before_its_data_is_separable() -> None:
    found = roadmap_of("a b c", "2 foreign_key a b\n1 join b c\n1 data_access c a")
    for wave in found.waves:
        for step in wave.steps:
            if step.kind == "extract":
                assert f"data-{step.service}" in step.needs


def test_a_contested_table_is_decided_before_its_data_moves() -> None:
    owner = TableOwner("table::a_item", "a", 0.5, contested=True, claims=(("a", 1, 1), ("b", 0, 1)), reason="Tied.")
    found = roadmap_of("a b", "1 data_access b a", (owner,))
    assert outline(found) == [["owners-a"], ["data-b"], ["extract-b"]]
    assert found.waves[1].steps[0].needs == ()
    first = roadmap_of("a b c", "1 data_access b a\n9 call c b", (owner,))
    (data,) = [step for wave in first.waves for step in wave.steps if step.key == "data-a"]
    assert data.needs == ("owners-a",)
    assert data.risk_reasons[0] == "1 of its tables is contested"


def test_two_services_that_share_their_books_are_kept_together() -> None:
    text = "3 transaction orders payments\n1 call orders payments\n1 call mails orders"
    found = roadmap_of("mails orders payments", text)
    (reason,) = found.kept_together
    assert reason == (
        "Keep Orders and Payments together for now: 3 transactions write tables of both, and 100% of the work to free "
        "the smaller of the two is between them."
    )
    assert outline(found) == [["api-mails"], ["extract-mails"]]


def test_one_shared_transaction_is_a_saga_and_no_reason_to_stay() -> None:
    found = roadmap_of("orders payments", "1 transaction orders payments")
    assert found.kept_together == ()
    assert outline(found) == [["data-orders"], ["extract-orders"]]
    assert found.waves[0].steps[0].risk == "high"


def test_effort_is_counted_items_times_their_weights() -> None:
    found = roadmap_of("a b", "2 call a b", settings=PlanSettings(work={"call": (1.0, 2.0)}))
    (step,) = found.waves[0].steps
    assert step.effort.items == (("call", 2, 1.0, 2.0),)
    assert (step.effort.low, step.effort.high) == (2.0, 4.0)


def test_what_is_made_once_for_all_counts_once() -> None:
    call, base = breaks_of("1 call a b\n1 inheritance a b")
    again = [replace(call, key="x", source_service="c"), replace(call, key="y", kind="instance_passed")]
    further = [replace(base, key="z"), replace(base, key="w", kind="foreign_key")]
    assert work_items([call, base, *again, *further]) == {
        "call": 1,
        "inheritance": 1,
        "foreign_key": 1,
        "same_change": 3,
    }


def test_a_weight_for_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no work item is called 'cal'"):
        PlanSettings(work={"cal": (1.0, 2.0)})


def _extracted(services: str, text: str) -> list[str]:
    keys = [key for wave in outline(roadmap_of(services, text)) for key in wave]
    return [key.removeprefix("extract-") for key in keys if key.startswith("extract-")]


def test_one_more_call_changes_the_order_little() -> None:
    services = "a b c d e f"
    text = "9 call a b\n5 call b c\n2 call c d\n1 call e f\n3 foreign_key d a\n1 signal f c"
    before = _extracted(services, text)
    trials = [(one, other) for one in services.split() for other in services.split() if one != other]
    moved = [_inversions(before, _extracted(services, f"{text}\n1 call {one} {other}")) for one, other in trials]
    assert sum(moved) / len(moved) <= 2.0
    assert moved.count(0) >= len(moved) / 2


def _inversions(before: list[str], after: list[str]) -> int:
    both = [one for one in before if one in after]
    return sum(
        after.index(both[high]) < after.index(both[low]) for high in range(len(both)) for low in range(high)
    ) + len(set(before) ^ set(after))


def test_sensitivity_names_who_moves_and_what_the_sum_is_made_of() -> None:
    found = roadmap_of("a b c", "4 call a b\n1 foreign_key b c\n1 foreign_key a c")
    assert found.sensitivity[0].startswith("The order of extraction stays the same in ")
    assert found.sensitivity[-1].startswith("The sum hangs most on the weights of service ")


def test_helpers_that_several_services_need_are_one_step_and_others_stay_with_their_service() -> None:
    text = "4 call orders mails\n1 call stock mails\n3 call orders stock"
    library = Remedy("shared_library", "Share", "Because.", "with_loss")
    shared = [replace(one, remedy=library) for one in breaks_of(text)]
    graph, cut = monolith("", more="orders/code.py::work mails/code.py::work stock/code.py::work")
    found = plan(graph, cut, (tuple(shared), ()), Settings())
    steps = [step for wave in found.waves for step in wave.steps if step.breaks]
    assert [(step.key, step.title, len(step.breaks)) for step in steps] == [
        ("prepare-helpers-mails-code", "Move 4 helpers of mails.code to a shared library", 5),
        ("api-orders", "Put Orders behind an interface", 3),
    ]
    assert steps[0].effort.items == (("same_change", 4, 0.1, 0.5), ("shared_library", 1, 0.5, 2.0))


def test_what_only_shared_code_does_is_healed_before_the_last_service_leaves() -> None:
    found = roadmap_of("mails orders", "2 call the-monolith orders\n1 call mails orders")
    healed = [key for wave in found.waves for step in wave.steps for key in step.breaks]
    assert len(healed) == 3
    assert [step.key for wave in found.waves for step in wave.steps if step.kind == "extract"] == [
        "extract-mails",
        "extract-orders",
    ]
