"""State of the process: whose it is, and who else touches it, also through shared code and under keys."""

from sever.monolith import monolith

from analyzer.model.graph import State
from analyzer.sever import sever


def _state(how: str, writes: str) -> State:
    reads = ("orders/a.py::read", "orders/a.py", 3)
    return State("common/s.py::KEPT", how, "KEPT", "common/s.py", 1, ((writes, "stock/a.py", 2),), (reads,))


def test_state_in_shared_code_belongs_to_the_service_that_writes_it() -> None:
    more = "common/s.py::KEPT orders/a.py::read stock/a.py::fill tests/t.py::fill"
    graph, cut = monolith("", more=more, states=(_state("cache", "stock/a.py::fill"),))
    (found,) = sever(graph, cut)
    assert (found.kind, found.source_service, found.target_service) == ("shared_state", "orders", "stock")
    assert (
        dict(found.facts)["stops working"] == "what one service stores or clears does not change the cache of the other"
    )


def test_state_that_only_tests_write_is_no_break() -> None:
    more = "common/s.py::KEPT orders/a.py::read stock/a.py::fill tests/t.py::fill"
    assert sever(*monolith("", more=more, states=(_state("cache", "tests/t.py::fill"),))) == ()


def test_a_state_behind_a_function_of_shared_code_is_touched_by_its_callers() -> None:
    state = State(
        "common/s.py::SEEN", "global", "SEEN", "common/s.py", 1,
        (("common/s.py::note", "common/s.py", 4),), (("common/s.py::seen", "common/s.py", 7),),
    )  # fmt: skip
    graph, cut = monolith(
        """
        stock/a.py::fill call common/s.py::note 2
        orders/a.py::look call common/s.py::help 3
        common/s.py::help call common/s.py::seen 9
        """,
        more="common/s.py::SEEN",
        states=(state,),
    )
    (found,) = sever(graph, cut)
    assert (found.source_service, found.target_service) == ("orders", "stock")
    assert [(place.element, place.line, place.detail) for place in found.occurrences] == [
        ("orders/a.py::look", 3, "read through seen")
    ]


def test_one_key_of_a_cache_is_one_state_wherever_it_is_used() -> None:
    where = ("stock/a.py::fill", "orders/a.py::look")
    states = tuple(
        State(element, "cache", "product:{}", element.split("::")[0], 3, writes, reads)
        for element, writes, reads in (
            (where[0], ((where[0], "stock/a.py", 3),), ()),
            (where[1], (), ((where[1], "orders/a.py", 3),)),
        )
    )
    (found,) = sever(*monolith("", more=" ".join(where), states=states))
    assert (found.kind, found.source_service, found.target_service) == ("shared_state", "orders", "stock")
