import csv
import io

import msgspec
from studies.hostile import hostile_study
from studies.shop import shop_study

from analyzer.model.breaks import Occurrence
from analyzer.model.doors import Entry, Request
from analyzer.model.graph import Route
from analyzer.model.source import Source
from analyzer.model.study import Study
from analyzer.render import render
from analyzer.renderers.html_page.findings import evidence


def rows(study: Study, name: str) -> list[dict[str, str]]:
    (found,) = (one.content for one in render(study, ["csv"]) if one.path == name)
    text = found.decode() if isinstance(found, bytes) else found
    return list(csv.DictReader(io.StringIO(text)))


def test_every_module_has_a_row_with_its_dotted_name() -> None:
    study = shop_study()
    unread = Source("shop/broken.py", "shop.broken")
    study = msgspec.structs.replace(study, sources=(*study.sources, unread))
    found = {row["key"]: row for row in rows(study, "elements.csv") if row["kind"] == "module"}
    assert set(found) == {source.path for source in study.sources}
    assert all(found[source.path]["module"] == found[source.path]["name"] == source.module for source in study.sources)
    test = found["shop/tests.py"]
    assert [test[name] for name in ("role", "verdict", "service", "reason")] == [
        "test", "unplaced", "", "Left out of the cut: test code.",
    ]  # fmt: skip
    assert found["shop/broken.py"]["verdict"] == "unplaced"


def test_an_element_says_where_it_is_and_where_it_belongs() -> None:
    (row,) = (row for row in rows(shop_study(), "elements.csv") if row["key"] == "shop/orders/views.py::checkout")
    columns = ("kind", "module", "name", "service", "verdict", "file", "line", "stability", "pinned")
    assert [row[name] for name in columns] == [
        "function", "shop.orders.views", "checkout", "orders", "owned", "shop/orders/views.py", "10", "0.95", "false",
    ]  # fmt: skip


def test_services_add_up() -> None:
    assert [
        (row["key"], row["modules"], row["tables"], row["routes"], row["breaks_out"], row["breaks_in"])
        for row in rows(shop_study(), "services.csv")
    ] == [
        ("catalogue", "2", "0", "0", "0", "1"),
        ("orders", "2", "1", "1", "3", "1"),
        ("payments", "2", "1", "0", "1", "2"),
    ]


def test_each_place_of_a_break_has_a_row() -> None:
    assert [
        (row["kind"], row["line"], row["in_loop"], row["automation"]) for row in rows(shop_study(), "breaks.csv")
    ] == [
        ("call", "14", "true", "with_loss"),
        ("call", "21", "false", "with_loss"),
        ("call", "25", "false", "automatic"),
        ("foreign_key", "6", "false", "decision"),
        ("transaction", "17", "false", "decision"),
    ]


def test_a_row_of_a_break_names_what_stands_at_its_own_place() -> None:
    study = shop_study()
    call = next(item for item in study.breaks if item.kind == "call")
    elsewhere = Occurrence("shop/orders/jobs.py", 3, element="shop/orders/jobs.py::nightly", target="shop/x.py::y")
    study = msgspec.structs.replace(
        study, breaks=(msgspec.structs.replace(call, occurrences=(call.occurrences[0], elsewhere)),)
    )
    assert [(row["source"], row["target"], row["file"], row["line"]) for row in rows(study, "breaks.csv")] == [
        ("shop/orders/views.py::checkout", "shop/catalogue/prices.py::price_of", "shop/orders/views.py", "14"),
        ("shop/orders/jobs.py::nightly", "shop/x.py::y", "shop/orders/jobs.py", "3"),
    ]


def test_links_name_the_services_at_both_ends() -> None:
    crossing = [row for row in rows(shop_study(), "links.csv") if row["source_service"] != row["target_service"]]
    assert [(row["source_service"], row["target_service"], row["kind"]) for row in crossing if row["kind"] == "call"] == [  # noqa: E501 - one comparison
        ("catalogue", "", "call"), ("orders", "catalogue", "call"), ("orders", "catalogue", "call"),
        ("orders", "payments", "call"),
    ]  # fmt: skip


def test_no_cell_is_a_formula() -> None:
    study = hostile_study()
    unread = Source("=cmd|x!A0.py", "=cmd|x!A0")
    study = msgspec.structs.replace(study, sources=(*study.sources, unread))
    for name in ("elements.csv", "links.csv", "services.csv", "breaks.csv"):
        cells = [cell for row in rows(study, name) for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "\t", "\r"))]
    assert "'=cmd|x!A0.py" in {row["key"] for row in rows(study, "elements.csv")}


def test_only_production_code_that_is_owned_counts_as_size() -> None:
    study = shop_study()
    elements = study.graph.elements.copy()
    elements.loc["shop/orders/models.py", "role"] = "test"
    placements = study.cut.placements.copy()
    placements.loc["shop/payments/gateway.py", "verdict"] = "shared"
    graph = msgspec.structs.replace(study.graph, elements=elements)
    cut = msgspec.structs.replace(study.cut, placements=placements)
    study = msgspec.structs.replace(study, graph=graph, cut=cut)
    assert [(row["key"], row["modules"]) for row in rows(study, "services.csv")] == [
        ("catalogue", "2"), ("orders", "1"), ("payments", "1"),
    ]  # fmt: skip


def test_what_cannot_run_alone_is_told_apart_everywhere() -> None:
    study = shop_study()
    kinds = ("service", "part", "library")
    services = tuple(
        msgspec.structs.replace(one, kind=kind) for one, kind in zip(study.cut.services, kinds, strict=True)
    )
    study = msgspec.structs.replace(study, cut=msgspec.structs.replace(study.cut, services=services))
    names = ["summary", "mermaid", "dot", "structurizr", "plantuml", "cml", "backstage", "migration", "decisions"]
    text = {one.path: str(one.content) for one in render(study, names)}
    counted = "1 service, 1 part and 1 shared library"
    assert [row["kind"] for row in rows(study, "services.csv")] == list(kinds)
    for path in ("summary.md", "migration.md"):
        assert counted in text[path]
    for path in ("services.mmd", "services.dot", "workspace.dsl", "services.puml", "services.cml"):
        assert "part" in text[path]
        assert "library" in text[path]
    assert 'type: "part"' in text["catalog-info.yaml"] or "type: part" in text["catalog-info.yaml"]
    assert [path for path in text if path.startswith("decisions/")] == ["decisions/0001-catalogue.md"]


def test_ways_in_and_out_have_a_row_each() -> None:
    study = shop_study()
    checkout = "shop/orders/views.py::checkout"
    graph = msgspec.structs.replace(
        study.graph,
        routes=(Route("/pay", ("GET", "POST"), checkout, "", "flask", "shop/urls.py", 3),),
        entries=(Entry("shop/orders/views.py", "script", "script", "shop/orders/views.py", 9),),
        requests=(
            Request(checkout, "GET", "{}/stock/{}", "shop/orders/views.py", 5, "requests", answered_by="shop/x.py::y"),
        ),
    )
    found = rows(msgspec.structs.replace(study, graph=graph), "doors.csv")
    assert [list(row.values()) for row in found] == [
        ["in", "route", "orders", checkout, "GET|POST /pay", "", "flask", "shop/urls.py", "3"],
        ["in", "script", "orders", "shop/orders/views.py", "", "", "script", "shop/orders/views.py", "9"],
        [
            "out",
            "request",
            "orders",
            checkout,
            "GET {}/stock/{}",
            "shop/x.py::y",
            "requests",
            "shop/orders/views.py",
            "5",
        ],
    ]


def test_references_of_each_service_are_counted_by_where_they_led() -> None:
    study = shop_study()
    names = [name for name in rows(study, "services.csv")[0] if name.startswith("references_")]
    assert names == [
        "references_resolved",
        "references_third_party",
        "references_builtin",
        "references_dynamic",
        "references_unknown_receiver",
        "references_undefined",
    ]
    table = {row["key"]: [int(row[name]) for name in names] for row in rows(study, "services.csv")}
    owned = study.cut.placements.query("verdict == 'owned'")
    modules = [key for key in owned.index if "::" not in key]
    sizes = {key: sum(owned.loc[module, "service"] == key for module in modules) for key in table}
    assert table == {key: [9 * size, 0, 0, 0, 2 * size, 0] for key, size in sizes.items()}
    assert {
        row["service"]: (row["resolved"], row["unknown_receiver"]) for row in evidence(study)["outcomes_by_service"]
    } == {key: (9 * size, 2 * size) for key, size in sizes.items() if size}
