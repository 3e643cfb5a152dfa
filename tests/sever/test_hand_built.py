"""Rules that need a graph of a certain shape: how hot a place is, what a transaction reaches, who holds state."""

from sever.monolith import monolith

from analyzer.model.breaks import Break
from analyzer.model.graph import (
    Event,
    Handover,
    Parameter,
    Relation,
    Route,
    Setting,
    Signature,
    Transaction,
    TransactionStep,
)
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


def test_a_generic_relation_is_a_decision_and_an_unresolved_one_is_not_invented() -> None:
    ends = ("table::orders_note", "table::stock_item")
    relations = (
        Relation(*ends, "generic", "about", "", "", "", "", "orders/m.py", 4),
        Relation("table::orders_note", "", "foreign_key", "lost", "nowhere.X", "CASCADE", "", "", "orders/m.py", 5),
    )
    mapped = "orders/m.py::Note=orders_note stock/m.py::Item=stock_item"
    (found,) = sever(*monolith("", mapped=mapped, relations=relations))
    assert (found.kind, found.remedy.kind, found.remedy.automation) == ("foreign_key", "typed_identifier", "decision")


def test_a_view_named_in_another_services_routes_moves_with_its_route() -> None:
    graph, cut = monolith(
        """
        orders/urls.py import stock/views.py 1
        orders/urls.py reference stock/views.py::Shelf 3
        orders/urls.py reference stock/views.py::Form 4
        """,
        routes=(route("stock/views.py::Shelf"),),
    )
    found = {one.target: (one.remedy.kind, one.remedy.automation) for one in sever(graph, cut)}
    assert found == {
        "stock/views.py::Form": ("facade", "decision"),
        "stock/views.py::Shelf": ("route_moves", "automatic"),
    }


def test_a_method_of_the_own_base_is_told_by_the_inheritance() -> None:
    graph, cut = monolith(
        """
        orders/a.py::Own inherit stock/b.py::Base 2
        orders/a.py::Own.run call stock/b.py::Base.help 4
        stock/b.py::Base.work call orders/a.py::Own.step 9
        orders/a.py::other call stock/b.py::Base.help 12
        """
    )
    found = sever(graph, cut)
    assert [(one.kind, [place.line for place in one.occurrences]) for one in found] == [
        ("call", [12]),
        ("inheritance", [2]),
    ]


def test_one_save_that_could_be_five_tables_counts_for_none() -> None:
    tables = [f"other{number}_t" for number in range(4)]
    text = "\n".join(f"orders/a.py::f write table::{name} 4 save" for name in ["orders_t", *tables])
    mapped = " ".join(f"{name.split('_')[0]}/m.py::T={name}" for name in ["orders_t", *tables])
    assert sever(*monolith(text, mapped=mapped)) == ()
    raw = text.replace(" save", " raw")
    assert [one.kind for one in sever(*monolith(raw, mapped=mapped))] == ["data_access"] * 4


def test_arguments_of_a_task_that_are_no_plain_data_are_named() -> None:
    handed = Handover("orders/a.py::f", "mails/t.py::send", "order", "table::orders_order", "orders/a.py", 4)
    graph, cut = monolith(
        "orders/a.py::f task mails/t.py::send 4 delay\norders/a.py::f task mails/t.py::clean 5 delay",
        mapped="orders/m.py::Order=orders_order",
        handovers=(handed,),
    )
    found = {one.target: one for one in sever(graph, cut) if one.kind == "task"}
    assert found["mails/t.py::send"].facts[-1] == ("not plain data", "order")
    assert found["mails/t.py::send"].remedy.automation == "with_loss"
    assert found["mails/t.py::clean"].remedy.automation == "automatic"


def test_constants_that_drifted_are_a_decision_and_objects_are_no_constants() -> None:
    graph, cut = monolith(
        """
        orders/a.py import stock/limits.py 1
        orders/a.py::f reference stock/limits.py::MOST 4
        orders/a.py::f reference stock/limits.py::LEAST 5
        """,
        more="orders/limits.py::MOST",
        settings=(
            Setting("MOST", "stock/limits.py::MOST", "10", "stock/limits.py", 1),
            Setting("MOST", "orders/limits.py::MOST", "12", "orders/limits.py", 1),
            Setting("LEAST", "stock/limits.py::LEAST", "1", "stock/limits.py", 2),
        ),
    )
    found = {one.target: (one.remedy.automation, one.facts) for one in sever(graph, cut)}
    assert found == {
        "stock/limits.py::LEAST": ("automatic", (("value", "1"),)),
        "stock/limits.py::MOST": ("decision", (("value", "10"), ("drift", "12 in orders/limits.py:1"))),
    }


def test_a_class_that_came_as_an_argument_is_not_named() -> None:
    assert (
        sever(*monolith("common/x.py::eq reference stock/m.py::Item 3\norders/x.py::eq reference stock/m.py::Item 3"))
        == ()
    )


def test_a_mixin_that_saves_the_rows_of_its_users_is_told_by_the_inheritance() -> None:
    graph, cut = monolith(
        """
        orders/m.py::Order inherit stock/mixins.py::Saving 2
        stock/mixins.py::Saving.save write table::orders_order 9 add
        """,
        mapped="orders/m.py::Order=orders_order",
    )
    assert [one.kind for one in sever(graph, cut)] == ["inheritance"]


def test_a_lambda_that_is_called_back_is_told_by_the_call_that_hands_it_over() -> None:
    text = """
        orders/a.py import core/errors.py 1
        orders/a.py::apply call core/errors.py::collect 4
        core/errors.py::collect call orders/a.py::apply 9 loop
        """
    (found,) = sever(*monolith(text))
    assert (found.key, found.source_service) == ("call:orders->core/errors.py::collect", "orders")
    both_named = text + "core/errors.py import orders/a.py 1"
    kinds = [one.kind for one in sever(*monolith(both_named))]
    assert kinds == ["call", "call", "circular_dependency"]


def test_an_instance_that_the_annotation_rules_out_is_not_handed_over() -> None:
    mapped = "orders/m.py::Order=orders_order menus/m.py::Menu=menus_menu"
    ends = ("orders/a.py::f", "mails/t.py::send", "order")
    signature = Signature("mails/t.py::send", (Parameter("order", "positional", 'Optional["Order"]'),), returns="int")
    for table, handed in (("table::orders_order", 1), ("table::menus_menu", 0)):
        graph, cut = monolith(
            "orders/a.py::f call mails/t.py::send 4",
            mapped=mapped,
            signatures=(signature,),
            handovers=(Handover(*ends, table, "orders/a.py", 4),),
        )
        assert sum(one.kind == "instance_passed" for one in sever(graph, cut)) == handed
