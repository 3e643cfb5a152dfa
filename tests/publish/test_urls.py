import pytest

from analyzer.publish.urls import old_path, path_parts

INTEGER = {"type": "integer"}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("/orders/", ["orders"]),
        ("/orders/<int:pk>/", ["orders", ("pk", INTEGER)]),
        ("<slug:name>", [("name", {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"})]),
        (r"^orders/(?P<pk>\d+)/lines/$", ["orders", ("pk", INTEGER), "lines"]),
        (r"^files/(?P<path>[^/]+/.*)$", ["files", ("path", {})]),
        ("/items/{item_id}", ["items", ("item_id", {})]),
        ("/files/{rest:path}", ["files", ("rest", {"type": "string"})]),
        ("/a/<x>/b/<x>", ["a", ("x", {}), "b", ("x_2", {})]),
        (r"/api/([^/]+)/x", ["api", ("part", {}), "x"]),
        ("/report.pdf", ["report-pdf"]),
        ("/topic/<int:pk>-<slug>", ["topic", ("pk", INTEGER)]),
        ("/files/{name}.{ending}", ["files", ("name", {})]),
        ("/", []),
        ("", []),
        ("/{{ x }}/${y}", [("part", {}), ("y", {})]),
    ],
)
def test_patterns_of_many_frameworks(pattern: str, expected: list[object]) -> None:
    found = [(part.name, dict(part.schema)) if part.name else part.text for part in path_parts(pattern)]
    assert found == expected


def test_the_old_path_keeps_its_text_and_takes_the_contracts_names() -> None:
    several = path_parts("/topic/<int:pk>-<slug>/edit")
    assert old_path(several, "/v1/topic/{topic_id}/edit") == "/topic/{topic_id}-{slug}/edit"
    parts = path_parts(r"^Report\.pdf/(?P<pk>\d+)/$")
    assert old_path(parts, "/v1/reports/{report_id}") == "/Report.pdf/{report_id}"
