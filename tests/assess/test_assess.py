"""The promises of a split, each with a figure, a sentence and places."""

import pandas as pd
from msgspec.structs import replace
from sever.monolith import monolith

from analyzer.assess import assess
from analyzer.model.consequence import Consequence
from analyzer.model.cut import Cut
from analyzer.model.evidence import Evidence
from analyzer.model.graph import Graph, Parameter, Route, Signature, State, Task
from analyzer.sever import sever

CHAIN = """
    shop/views.py::buy call orders/core.py::place 3
    orders/core.py::place call orders/core.py::_inner 4
    orders/core.py::_inner call stock/api.py::take 9 loop
    mails/core.py::send call orders/core.py::place 5
    """


WITH_STOCK = "When Stock stops, code of Mails, Orders and Shop stops with it"
NOTHING_ELSE = "nothing else ties its start or its tables to another service"


def evidence(
    owners: list[tuple[str, str, str, float]] | None = None, calm: list[tuple[str, int, int]] | None = None
) -> Evidence:
    return Evidence(
        pairs=pd.DataFrame({"source": [], "target": [], "view": [], "weight": []}),
        owners=pd.DataFrame(owners or [], columns=["module", "owner", "source", "share"]),
        stability=pd.DataFrame(calm or [], columns=["module", "commits", "last_changed_commit_index"]),
    )


def asked(both: tuple[Graph, Cut], topic: str, known: Evidence | None = None) -> dict[str, Consequence]:
    graph, cut = both
    found = assess(graph, cut, sever(graph, cut), known or evidence())
    return {one.service: one for one in found if one.topic == topic}


def said(both: tuple[Graph, Cut], topic: str, known: Evidence | None = None) -> dict[str, tuple[float | None, str]]:
    return {key: (one.figure, one.statement) for key, one in asked(both, topic, known).items()}


def route(element: str) -> Route:
    return Route("/", ("GET",), element, "", "", element.split("::", maxsplit=1)[0], 1)


def test_whose_loss_takes_whom_along_and_who_parts_the_rest() -> None:
    routes = tuple(
        map(route, ("shop/views.py::buy", "shop/views.py::look", "stock/api.py::take", "mails/core.py::send"))
    )
    both = monolith(CHAIN, more="shop/views.py::look", routes=routes)
    assert said(both, "failure") == {
        "mails": (0.0, "When Mails stops, nobody else does."),
        "orders": (2.0, "When Orders stops, code of Mails and Shop stops with it: 2 of the 4 routes of the others."),
        "shop": (0.0, "When Shop stops, nobody else does."),
        "stock": (3.0, f"{WITH_STOCK} (Orders directly): 2 of the 3 routes of the others."),
    }
    assert said(both, "articulation") == {
        "orders": (3.0, "Without Orders the others no longer reach each other: Mails | Shop | Stock.")
    }
    assert said(both, "fan_in")["orders"][1] == "Mails and Shop wait for Orders in 2 breaks, 2 of them in a request."


def test_code_that_asks_another_function_is_not_lost_with_it() -> None:
    both = monolith("shop/a.py::f call orders/b.py::calm 3\norders/b.py::other call stock/c.py::take 4")
    assert said(both, "failure")["stock"] == (1.0, "When Stock stops, code of Orders stops with it.")
    assert said(both, "fan_in")["stock"][1] == "Orders waits for Stock in 1 break, none of them in a request."
    assert said(both, "fan_in")["shop"][1] == "No other service waits for Shop."


def test_the_longest_request_and_the_way_it_takes() -> None:
    both = monolith(CHAIN, routes=(route("shop/views.py::buy"), route("mails/core.py::send")))
    found = asked(both, "chain")
    assert {key: (one.figure, one.statement) for key, one in found.items()} == {
        "mails": (2.0, "The longest request of Mails goes Mails → Orders → Stock and waits at each border."),
        "shop": (2.0, "The longest request of Shop goes Shop → Orders → Stock and waits at each border."),
    }
    assert found["shop"].evidence == (
        ("shop/views.py::buy", "shop/views.py", 3),
        ("orders/core.py::place", "orders/core.py", 4),
        ("orders/core.py::_inner", "orders/core.py", 9),
    )


def test_recursion_over_two_services_does_not_make_a_chain_endless() -> None:
    both = monolith("a/x.py::f call b/y.py::g 1\nb/y.py::g call a/x.py::f 2", routes=(route("a/x.py::f"),))
    assert asked(both, "chain")["a"].figure == 1.0


def test_routes_that_reach_written_state_do_not_scale_and_memos_do_not_matter() -> None:
    state = State("shop/s.py::KEPT", "global", "KEPT", "shop/s.py", 1, (("shop/core.py::keep", "shop/core.py", 4),))
    asked = State("", "request", "cart", "shop/s.py", 1, (("shop/views.py::calm", "shop/views.py", 4),))
    memo = State("shop/s.py::memo", "memo", "memo", "shop/s.py", 3, (("shop/views.py::calm", "shop/views.py", 4),))
    both = monolith(
        "shop/views.py::buy call shop/core.py::keep 3",
        more="shop/views.py::calm stock/api.py::take",
        routes=(route("shop/views.py::buy"), route("shop/views.py::calm")),
        states=(state, memo, asked),
        tasks=(Task("stock/api.py::take", "take", "", "daily", "stock/api.py", 4),),
    )
    assert said(both, "scaling") == {
        "shop": (0.5, "Shop keeps state in the process behind 1 of its routes (2): KEPT (global)."),
        "stock": (None, "Stock has no route that was seen: what asks it from outside is not known."),
    }
    assert said(both, "hot")["stock"] == (
        0.0,
        "Nothing asks Stock in a loop, and it runs 1 background task (1 on a schedule).",
    )


def test_what_ties_a_service_at_deploy_time() -> None:
    both = monolith("orders/core.py::Packer inherit stock/core.py::Worker 3\norders/core.py import stock/core.py 1")
    found = said(both, "deployable")
    assert found["orders"] == (1.0, "Orders must be released in step with Stock until these are healed: 1 inheritance.")
    assert found["stock"][0] == 0.0
    assert said(both, "starting") == {
        "orders": (1.0, "Orders imports code of Stock when it starts (1 import at the top of 1 module)."),
        "stock": (0.0, "Stock starts without code of any other service."),
    }


def test_calls_that_give_nothing_back_could_be_events() -> None:
    signatures = (
        Signature("mails/api.py::send", (), returns="None"),
        Signature("mails/api.py::count", (), returns="int"),
    )
    both = monolith(
        "orders/a.py::f call mails/api.py::send 3\norders/a.py::f call mails/api.py::count 4", signatures=signatures
    )
    found = asked(both, "events")["orders"]
    assert (found.figure, found.evidence) == (1.0, (("orders/a.py::f", "orders/a.py", 3),))
    assert {key: text for key, (_, text) in said(both, "events").items()} == {
        "mails": "Mails waits for no other service.",
        "orders": "1 of the 2 breaks in which Orders waits give it nothing back and could be events.",
    }


def test_a_service_whose_code_is_imported_cannot_start_without_it() -> None:
    both = monolith("orders/a.py::f call stock/b.py::take 3\norders/a.py import stock/b.py 1")
    assert said(both, "deployable")["orders"] == (
        0.0,
        f"Orders can be released by itself once it imports no code of Stock any more: {NOTHING_ELSE}.",
    )


def test_the_interface_of_a_service_its_width_and_how_calm_it_was() -> None:
    signature = Signature("stock/api.py::take", (Parameter("sku", "positional"), Parameter("count", "positional")))
    both = monolith(CHAIN, signatures=(signature,))
    assert said(both, "extension")["stock"] == (
        1.0,
        "Stock publishes 1 element to 1 service, 2 parameters in all, at most 2 of one.",
    )
    assert said(both, "calm")["stock"][0] is None
    known = evidence(calm=[("stock/api.py", 7, 1), ("mails/core.py", 90, 1)])
    assert said(both, "calm", known)["stock"] == (
        7.0,
        "Files behind the interface of Stock changed 7 times each; most often stock/api.py.",
    )


def test_the_team_is_the_declared_owner_before_the_historical_one() -> None:
    known = evidence(
        owners=[("stock/api.py", "ann", "history", 0.9), ("stock/api.py", "team-stock", "codeowners", 1.0)]
    )
    assert said(monolith(CHAIN), "team", known)["stock"] == (
        1.0,
        "team-stock owns 100% of the modules of Stock that have an owner; 1 owner in all.",
    )
    assert said(monolith(CHAIN), "team")["stock"][0] is None


def test_a_table_that_several_others_use_is_named_with_them() -> None:
    both = monolith(
        "shop/a.py::f read table::stock_item 3 filter\norders/b.py::g write table::stock_item 4 update\n"
        "shop/a.py::f read table::stock_shelf 5 filter",
        mapped="stock/m.py::Item=stock_item stock/m.py::Shelf=stock_shelf",
    )
    assert said(both, "table_failure") == {"stock": (2.0, "Table stock_item is used directly by Orders and Shop.")}


def test_a_word_that_is_spread_over_several_services_is_said_to_be() -> None:
    graph, cut = monolith("shop/a.py::f call orders/b.py::g 3", more="shop/t.py")
    words = {"shop/a.py": "basket:3 price:1", "orders/b.py": "price:3", "shop/t.py": "price:9"}
    elements = graph.elements.assign(words=[words.get(key, "") for key in graph.elements.index])
    elements.loc["shop/t.py", "role"] = "test"
    services = tuple(replace(one, words=("basket", "price") if one.key == "shop" else ()) for one in cut.services)
    assert said((replace(graph, elements=elements), replace(cut, services=services)), "function") == {
        "orders": (None, "No vocabulary sets Orders apart."),
        "shop": (
            0.625,
            "Shop is named by basket, price; spread over several services: price (Orders 75%, Shop 25%).",
        ),
    }
