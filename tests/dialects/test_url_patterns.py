import pytest

from analyzer.model.url_patterns import from_colons, from_converters, from_regex


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"^orders/(?P<pk>\d+)/$", "orders/{pk}/"),
        (r"^(?P<slug>[-a-z(]+)/(?P<page>(\d+|all))/$", "{slug}/{page}/"),
        (r"^archive/([0-9]{4})/(\w+)/?$", "archive/{0}/{1}/"),
        (r"^(?:page-(?P<n>\d+)/)?$", ""),
        (r"(?i)^files/report\.csv\Z", "files/report.csv"),
        (r"^a/\(b\)$", "a/(b)"),
        ("^broken/(?P<x>[0-9", "broken/{x}"),
        ("", ""),
    ],
)
def test_regular_expressions_become_paths(written: str, shown: str) -> None:
    assert from_regex(written) == shown


def test_converters_of_django_flask_and_starlette_become_names() -> None:
    assert from_converters("<int:year>/<slug>/{rest:path}/{id}") == "{year}/{slug}/{rest}/{id}"
    assert from_colons("/orders/:pk/lines/:line") == "/orders/{pk}/lines/{line}"
    assert from_colons("/at/12:30") == "/at/12:30"


def test_a_long_pattern_takes_no_time_that_grows_faster_than_it() -> None:
    assert from_regex("(" * 2000 + ")" * 2000) == "{0}"
