"""Routes of classes and of odd patterns, as operations."""

import pandas as pd
from msgspec import structs
from studies.market import market_cut, market_graph

from analyzer.model.contract import Operation
from analyzer.model.graph import Parameter, Route, Signature
from analyzer.publish import publish

VIEW = "market/orders/views.py::OrderView"
FUNCTION = "market/orders/views.py::order_detail"


def published(*routes: Route, methods: tuple[str, ...] = (), writes: tuple[str, ...] = ()) -> dict[str, Operation]:
    """Operations of the orders service by method and path; ``methods`` are those of a class that answers."""
    graph, cut = market_graph(), market_cut()
    keys = [VIEW, *(f"{VIEW}.{name}" for name in methods)]
    frame = graph.elements.reindex([*graph.elements.index, *keys])
    base = graph.elements.loc[FUNCTION]
    for key in keys:
        frame.loc[key] = base
        frame.loc[key, ["kind", "parent"]] = ["class", base["parent"]] if key == VIEW else ["function", VIEW]
    links = pd.concat([graph.links, *(_write(graph.links, f"{VIEW}.{name}") for name in writes)])
    placed = cut.placements.reindex([*cut.placements.index, *keys])
    placed.loc[keys] = cut.placements.loc[FUNCTION].to_numpy()
    signatures = (*graph.signatures, *(Signature(f"{VIEW}.{name}", (), "None") for name in methods))
    changed = structs.replace(graph, elements=frame, links=links, routes=routes, signatures=signatures)
    contracts = publish(changed, structs.replace(cut, placements=placed), ())
    (orders,) = (contract for contract in contracts if contract.service == "orders")
    return {f"{operation.method} {operation.path}": operation for operation in orders.operations}


def _write(links: pd.DataFrame, source: str) -> pd.DataFrame:
    one = links[links["kind"] == "write"].head(1).copy()
    one["source"] = source
    return one


def test_a_body_is_given_before_what_is_given_by_name() -> None:
    graph = market_graph()
    view = Signature(
        FUNCTION, (Parameter("pk", "positional", "int"), Parameter("slug", "positional", "str", "", "None"))
    )
    routes = (route("/orders/<int:pk>/edit", FUNCTION, "POST"),)
    others = tuple(one for one in graph.signatures if one.element != FUNCTION)
    found = publish(structs.replace(graph, routes=routes, signatures=(*others, view)), market_cut(), ())
    (edit,) = next(one for one in found if one.service == "orders").operations
    assert [(one.name, one.kind) for one in edit.arguments] == [
        ("pk", "positional"),
        ("body", "positional"),
        ("slug", "keyword_only"),
    ]


def route(path: str, element: str = VIEW, *methods: str) -> Route:
    return Route(path, methods, element, "", "flask", "u.py", 1)


def test_a_class_answers_the_methods_that_it_has() -> None:
    assert set(published(route("/orders"), methods=("get", "post", "helper"))) == {"GET /v1/orders", "POST /v1/orders"}
    assert set(published(route("/orders"), methods=("delete",))) == {"DELETE /v1/orders"}


def test_a_class_whose_code_changes_something_is_posted_to_where_nobody_says_more() -> None:
    assert set(published(route("/orders"), methods=("form_valid",))) == {"GET /v1/orders"}
    changing = published(route("/orders"), methods=("form_valid",), writes=("form_valid",))
    assert set(changing) == {"GET /v1/orders", "POST /v1/orders"}
    both = published(route("/orders"), methods=("get", "form_valid"), writes=("form_valid",))
    assert set(both) == {"GET /v1/orders", "POST /v1/orders"}


def test_what_the_route_declares_counts_more_than_the_class() -> None:
    assert set(published(route("/orders", VIEW, "PUT"), methods=("get", "post"))) == {"PUT /v1/orders"}


def test_two_routes_of_one_form_to_one_view_are_one_operation() -> None:
    found = published(route("/topic/<int:pk>", FUNCTION, "GET"), route("/topic/<int:pk>-<slug:slug>", FUNCTION, "GET"))
    assert {key: operation.replaces for key, operation in found.items()} == {
        "GET /v1/topic/{pk}": ("GET /topic/{pk}", "GET /topic/{pk}-{slug}")
    }


def test_two_routes_of_one_form_to_two_views_say_what_they_are_given() -> None:
    found = published(route("/topic/<int:pk>", FUNCTION, "GET"), route("/topic/<slug:slug>", VIEW, "GET"))
    assert {key: operation.element for key, operation in found.items()} == {
        "GET /v1/topic/{pk}": FUNCTION,
        "GET /v1/topic/by-slug/{slug}": VIEW,
    }
