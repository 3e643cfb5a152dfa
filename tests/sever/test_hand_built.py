"""Rules that need a graph of a certain shape: how hot a place is, what a transaction reaches, who holds state."""

from sever.monolith import monolith

from analyzer.model.breaks import Break
from analyzer.model.graph import Event, Relation, Route, State, Transaction, TransactionStep
from analyzer.sever import sever


def only(kind: str, found: tuple[Break, ...]) -> list[Break]:
    return [one for one in found if one.kind == kind]


def route(element: str) -> Route:
    return Route("/", ("GET",), element, "", "", element.split("::", maxsplit=1)[0], 1)


def test_a_place_is_in_a_request_when_a_route_reaches_it_by_calls() -> None:
    graph, cut = monolith(
        """
        orders/views.py::View.get call orders/core.py::place 3
        orders/core.py::place call stock/api.py::take 9 loop
        orders/jobs.py::nightly call stock/api.py::take 5
        """,
        more="orders/views.py::View",
        routes=(route("orders/views.py::View"),),
    )
    (found,) = sever(graph, cut)
    assert [(one.file, one.line, one.in_loop, one.in_request) for one in found.occurrences] == [
        ("orders/core.py", 9, True, True),
        ("orders/jobs.py", 5, False, False),
    ]
    assert found.source == "orders/core.py::place"
    assert found.facts == (("calls", "2"),)


def test_tests_shared_code_and_ones_own_code_break_nothing() -> None:
    graph, cut = monolith(
        """
        tests/test_orders.py::test call orders/core.py::place 3
        orders/core.py::place call common/money.py::rounded 4
        common/money.py::rounded call stock/api.py::take 5
        orders/views.py::show call orders/core.py::place 6
        """
    )
    assert sever(graph, cut) == ()


def test_keys_do_not_depend_on_lines() -> None:
    before = sever(*monolith("orders/core.py::place call stock/api.py::take 9"))
    after = sever(*monolith("orders/core.py::place call stock/api.py::take 90\norders/x.py::y call orders/z.py::a 1"))
    assert [one.key for one in before] == [one.key for one in after]


def test_a_transaction_is_followed_through_calls_and_save_handlers_in_order() -> None:
    span = Transaction(
        "orders/core.py::place", "atomic", "orders/core.py", 3, 9,
        (
            TransactionStep("write", "table::orders_order", 4),
            TransactionStep("call", "stock/api.py::take", 5),
            TransactionStep("call", "stock/api.py::back", 7, in_except=True),
        ),
    )  # fmt: skip
    graph, cut = monolith(
        """
        stock/api.py::take call stock/api.py::_deep 2
        stock/api.py::_deep write table::stock_item 3 update
        stock/api.py::back write table::stock_item 9 update
        mails/hear.py::welcome write table::mails_mail 4 create
        """,
        mapped="orders/models.py::Order=orders_order stock/models.py::Item=stock_item mails/models.py::Mail=mails_mail",
        transactions=(span,),
        events=(
            Event("saved", "subscribe", "mails/hear.py::welcome", "orders/models.py::Order", (), "mails/hear.py", 1),
        ),
    )
    (found,) = only("transaction", sever(graph, cut))
    assert found.facts == (
        ("services", "mails, orders, stock"),
        ("step", "orders: write orders_order"),
        ("step", "mails: write mails_mail (in welcome)"),
        ("step", "stock: write stock_item (in _deep)"),
        ("compensation found", "stock: write stock_item (in back)"),
        ("compensation missing", "orders_order"),
        ("compensation missing", "mails_mail"),
    )
    assert (found.source_service, found.target_service) == ("orders", "mails")


def test_recursion_in_a_transaction_ends() -> None:
    span = Transaction("a/x.py::f", "atomic", "a/x.py", 1, 9, (TransactionStep("call", "a/x.py::g", 2),))
    graph, cut = monolith(
        "a/x.py::g call a/x.py::h 1\na/x.py::h call a/x.py::g 2\n"
        "a/x.py::h call a/x.py::f 3\na/x.py::h write table::a_t 4",
        mapped="a/m.py::T=a_t",
        transactions=(span,),
    )
    assert only("transaction", sever(graph, cut)) == []


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


def test_a_generic_relation_is_a_decision_and_an_unresolved_one_is_not_invented() -> None:
    ends = ("table::orders_note", "table::stock_item")
    relations = (
        Relation(*ends, "generic", "about", "", "", "", "", "orders/m.py", 4),
        Relation("table::orders_note", "", "foreign_key", "lost", "nowhere.X", "CASCADE", "", "", "orders/m.py", 5),
    )
    mapped = "orders/m.py::Note=orders_note stock/m.py::Item=stock_item"
    (found,) = sever(*monolith("", mapped=mapped, relations=relations))
    assert (found.kind, found.remedy.kind, found.remedy.automation) == ("foreign_key", "typed_identifier", "decision")
